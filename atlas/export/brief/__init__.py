"""The brief: exhibits as A4 pages, with their pictures as drawings and the font inside the file."""
