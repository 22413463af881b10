"""Sign-in's forms in our words. The library decides what is right; here are labels, hints and upper bounds."""

from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.validators import MaxLengthValidator

MOST = 1_000
PASSWORD_HINT = "At least 10 characters. Three or four words with spaces are easy to remember and hard to guess."
ADDRESS = {"required": "Enter your email address", "invalid": "Enter an email address like name@example.org"}


class InOurWords:
    """Mixed into a form of the library: labels and hints by field, no placeholders, nothing without an upper bound."""

    labels: ClassVar[dict[str, str]] = {}
    hints: ClassVar[dict[str, str]] = {}
    missing: ClassVar[dict[str, str]] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            if name in self.missing:
                field.error_messages["required"] = self.missing[name]
            if isinstance(field, forms.EmailField):
                field.error_messages.update(ADDRESS)
            elif isinstance(field, forms.CharField) and field.max_length is None and not field.widget.is_hidden:
                field.validators.append(MaxLengthValidator(MOST))


class OneCode(InOurWords):
    """A field for a code: digits, one input, spaces welcome."""

    labels = {"code": "Code"}
    missing = {"code": "Enter the code"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.widget.attrs |= {
            "autocomplete": "one-time-code",
            "autocapitalize": "none",
            "spellcheck": "false",
            "class": "code-input",
            "size": "12",
        }


class StartForm(forms.Form):
    """The first page of signing in: who, and how."""

    email = forms.EmailField(
        label="Email",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages=ADDRESS,
    )
    way = forms.ChoiceField(
        label="How would you like to sign in?",
        choices=[("code", "Email me a code"), ("password", "Use my password")],
        initial="code",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how to sign in"},
    )


class PasswordForm(InOurWords, account.LoginForm):
    labels = {"login": "Email", "password": "Password", "remember": "Stay signed in on this device"}
    hints = {"remember": "For 30 days. Leave this off on a shared computer."}
    missing = {"login": "Enter your email address", "password": "Enter your password"}


class AddressForm(InOurWords, account.RequestLoginCodeForm):
    labels = {"email": "Email"}


class SignInCodeForm(OneCode, account.ConfirmLoginCodeForm):
    remember = forms.BooleanField(required=False)
    labels = {"code": "Code", "remember": "Stay signed in on this device"}
    hints = {"remember": "For 30 days. Leave this off on a shared computer."}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and cleaned.get("remember"):
            context.request.session.set_expiry(app_settings.SESSION_COOKIE_AGE)
        return cleaned


class AddressCodeForm(OneCode, account.ConfirmEmailVerificationCodeForm):
    pass


class ResetCodeForm(OneCode, account.ConfirmPasswordResetCodeForm):
    pass


class ResetForm(InOurWords, account.ResetPasswordForm):
    labels = {"email": "Email"}


class NewPasswordForm(InOurWords, account.ResetPasswordKeyForm):
    labels = {"password1": "New password", "password2": "New password again"}
    hints = {"password1": PASSWORD_HINT}
    missing = {"password1": "Enter a new password", "password2": "Enter the new password again"}


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    labels = NewPasswordForm.labels | {"oldpassword": "Your password now"}
    hints = {"password1": PASSWORD_HINT}
    missing = NewPasswordForm.missing | {"oldpassword": "Enter the password you use now"}


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    labels = {"password1": "Password", "password2": "Password again"}
    hints = {"password1": PASSWORD_HINT}
    missing = {"password1": "Enter a password", "password2": "Enter the password again"}


class ChangeAddressForm(InOurWords, account.AddEmailForm):
    labels = {"email": "New email address"}
    hints = {"email": "A personal address is safest: your employer may read mail to a work address."}


class PasswordAgainForm(InOurWords, account.ReauthenticateForm):
    labels = {"password": "Password"}
    missing = {"password": "Enter your password"}


class SecondFactorForm(OneCode, mfa.AuthenticateForm):
    hints = {"code": "Six digits from your authenticator app, or one of your recovery codes."}


class SecondFactorAgainForm(OneCode, mfa.ReauthenticateForm):
    hints = SecondFactorForm.hints


class AppForm(OneCode, ActivateTOTPForm):
    hints = {"code": "The six digits that the app shows now."}


class PasskeyForm(InOurWords, AddWebAuthnForm):
    """Every key added here can sign in by itself."""

    passwordless = forms.BooleanField(initial=True, required=False, widget=forms.HiddenInput)
    labels = {"name": "What should we call it?"}
    hints = {"name": "For example: my phone."}


class PasskeyNameForm(InOurWords, EditWebAuthnForm):
    labels = {"name": "Name of this passkey"}
    missing = {"name": "Enter a name"}
