"""What do we look at next?"""

from atlas.ui.present_page import show

show()
