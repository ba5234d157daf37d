"""Pages 页面: what people see; they call actions and know no rule."""
