package app

import (
	"erba/kernel"
	"erba/platform/identity"
	"erba/platform/vault"
)

// safe is where identity's secrets stand in the vault.
type safe struct{ *vault.Vault }

var secrets = vault.Column{Table: "second_factors", Name: "secret"}

func entrust(v *vault.Vault, users *identity.Service) {
	v.Keep(secrets)
	users.Entrust(safe{v})
}

func place(user kernel.ID) vault.Place {
	return vault.Place{Table: secrets.Table, Column: secrets.Name, Row: user}
}

// Seal seals the secret of a user's second factor.
func (s safe) Seal(user kernel.ID, plain string) (string, error) {
	return s.Vault.Seal(place(user), plain)
}

// Open opens it.
func (s safe) Open(user kernel.ID, sealed string) (string, error) {
	return s.Vault.Open(place(user), sealed)
}
