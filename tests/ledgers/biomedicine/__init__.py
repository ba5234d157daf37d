"""The biomedicine ledger: numbers, tables that hide, figures, sheets, panels."""
