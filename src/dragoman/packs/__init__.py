"""Knowledge as data: languages, actors, kinds of event and interface wording, in YAML, loaded as frozen values."""
