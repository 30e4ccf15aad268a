"""Keeps and shares short notes."""
