"""A reading as a file somebody else can use: JSON, Markdown, XLSX, Akoma Ntoso."""
