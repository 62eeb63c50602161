package main

import (
	"cmp"
	"strings"

	"erba/kernel"
	"erba/platform/app"
	"erba/platform/config"
	"erba/platform/sso"
)

// trust takes the word of the house that the settings name. It sends users
// back to the address that they type, never to one that a request names.
func trust(p *app.Product, c config.Config) error {
	if c.Issuer == "" {
		return nil
	}
	if c.Client == "" || c.Public == "" {
		return kernel.Invalid("serve.sso_incomplete")
	}
	p.Server.Trust(sso.New(sso.Config{Issuer: c.Issuer, Client: c.Client, Secret: c.Secret, Name: cmp.Or(c.House, "SSO"),
		Back: strings.TrimRight(c.Public, "/") + "/sso/back"}))
	return nil
}
