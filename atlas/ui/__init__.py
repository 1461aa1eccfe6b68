"""Streamlit: everything a person sees and touches, and nothing that computes."""
