"""What plugs into the Rasa server: the way in, the tracker store, and what is mended in Rasa itself."""
