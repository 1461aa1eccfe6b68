"""An atlas of public legal services in China: everything that is not Streamlit."""
