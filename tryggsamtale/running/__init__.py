"""Getting the program up, keeping it up, taking it down whole, and telling what is wrong with an installation."""
