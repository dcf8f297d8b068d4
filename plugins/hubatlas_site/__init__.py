"""The site: Pelican's plugin, the theme's environment, styles and scripts, and the folder that is published."""
