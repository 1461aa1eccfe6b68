"""The script behind every page: frame, navigation, then the page."""

import streamlit as st

from atlas.ui.frame import frame
from atlas.ui.navigation import pages
from atlas.ui.state import language

st.set_page_config(page_title="Public legal service atlas 公共法律服务图集", layout="wide", initial_sidebar_state="collapsed")
page = st.navigation(list(pages(language()).values()), position="hidden")
frame(page)
page.run()
