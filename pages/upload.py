"""Is my file right, and what will it change?"""

from atlas.ui.upload_page import show

show()
