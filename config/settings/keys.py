"""Key rings: the writing key first, older ones behind it. Without keys of their own one is made from SECRET_KEY."""

from config import env

# For second-factor secrets.
FIELD_KEYS = env.words("FIELD_KEYS", [])
# For who is behind a pen name: apart from every other key, because whoever has it can open a seal.
SEAL_KEYS = env.words("SEAL_KEYS", [])
