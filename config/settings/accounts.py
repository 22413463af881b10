"""Sign-in: django-allauth with password, code by mail, passkey, authenticator app and recovery codes."""

SIX_DIGITS = {"numeric": True, "length": 6, "dashed": False}

ACCOUNT_ADAPTER = "network.people.accounts.AccountAdapter"
MFA_ADAPTER = "network.people.accounts.SecretAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = SIX_DIGITS
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = SIX_DIGITS
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 60 * 10
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
# The library reads the first name for the codes of a reset; the second follows its other settings.
ACCOUNT_PASSWORD_RESET_BY_CODE_CODE_FORMAT = SIX_DIGITS
ACCOUNT_PASSWORD_RESET_BY_CODE_FORMAT = SIX_DIGITS
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 60 * 10
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * 30
# "Stay signed in" is a choice and off at first: without it the session ends with the browser.
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Per address and per client: enough for a mistake, too few for a guess or for filling somebody's mailbox.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "request_login_code": "20/m/ip,3/m/key,10/h/key",
    "reset_password": "20/m/ip,5/h/key",
    "confirm_email": "1/10s/key",
    "signup": "20/m/ip",
    "public_report": "5/10m/ip,40/d/ip",
    "public_report_letter": "3/d/key",
    # Nobody reads this many by eye: a member who does is copying the directory.
    "read_profiles": "300/m/user",
    # Each reaction and vote is drawn anew for everybody who has the page open.
    "raise_hand": "60/m/user",
    # Two a second, for a whole minute, is no typing.
    "complete_names": "120/m/user",
}
ACCOUNT_FORMS = {
    "login": "network.people.forms.PasswordForm",
    "request_login_code": "network.people.forms.AddressForm",
    "confirm_login_code": "network.people.forms.SignInCodeForm",
    "confirm_email_verification_code": "network.people.forms.AddressCodeForm",
    "confirm_password_reset_code": "network.people.forms.ResetCodeForm",
    "reset_password": "network.people.forms.ResetForm",
    "reset_password_from_key": "network.people.forms.NewPasswordForm",
    "change_password": "network.people.forms.ChangePasswordForm",
    "set_password": "network.people.forms.SetPasswordForm",
    "add_email": "network.people.forms.ChangeAddressForm",
    "reauthenticate": "network.people.forms.PasswordAgainForm",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/m/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "BALI Network"
# A code typed in the last second of its half minute arrives in the next one (RFC 6238, section 5.2: one step at most).
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "network.people.forms.SecondFactorForm",
    "reauthenticate": "network.people.forms.SecondFactorAgainForm",
    "activate_totp": "network.people.forms.AppForm",
    "add_webauthn": "network.people.forms.PasskeyForm",
    "edit_webauthn": "network.people.forms.PasskeyNameForm",
}
# A page that is only read writes nothing: the list of sessions says when each began, and nobody's last look is kept.
USERSESSIONS_TRACK_ACTIVITY = False
ALLAUTH_TRUSTED_PROXY_COUNT = 0

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "network.people.passwords.OwnWordsValidator"},
]
