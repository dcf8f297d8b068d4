"""Reminders for those who run hubs: an issue and a letter a hub, and a calendar of when checks are due."""
