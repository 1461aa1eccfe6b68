"""Who is ahead, and does the difference mean anything?"""

from atlas.ui.compare_page import show

show()
