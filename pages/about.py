"""Where do the borders come from, and how are the numbers made?"""

from atlas.ui.about_page import show

show()
