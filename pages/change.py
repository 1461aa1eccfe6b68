"""Why did it change?"""

from atlas.ui.change_page import show

show()
