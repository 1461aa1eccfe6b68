"""Pictures as images: SVG and PNG, with everything that must be said around them."""
