// Package sso decides whether another house's word for who somebody is can be
// taken: OpenID Connect with PKCE, a state and a nonce that hold once.
package sso

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"log/slog"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"erba/kernel"
)

// Config says who the other house is, and what we are called there.
type Config struct {
	Issuer, Client, Secret string
	Name                   string // as users call it
	Back                   string // our own address, where it sends users back to
}

// Provider is the other house.
type Provider struct {
	Config
	mu    sync.Mutex
	found *oidc.Provider // nil until it has been asked
}

// New returns the provider; it is asked when somebody signs in first, so that
// the program starts without it.
func New(c Config) *Provider { return &Provider{Config: c} }

// Request is what we remember of somebody until he comes back.
type Request struct {
	State, Nonce, Verifier string
	Until                  time.Time
	Link                   kernel.ID // who wants to be known by it from now on; none: somebody wants in
}

// patience is how long somebody may take at the other house.
const patience = 10 * time.Minute

// Subject is somebody as the other house knows him: issuer and subject
// together are his for ever, name and mail are not.
type Subject struct{ Issuer, Subject, Name string }

// Ask is where to send somebody, and what to remember of him.
func (p *Provider) Ask(ctx context.Context, link kernel.ID) (string, Request, error) {
	r := Request{State: rand.Text(), Nonce: rand.Text(), Verifier: oauth2.GenerateVerifier(), Until: time.Now().Add(patience), Link: link}
	client, err := p.client(ctx)
	if err != nil {
		return "", r, err
	}
	return client.AuthCodeURL(r.State, oidc.Nonce(r.Nonce), oauth2.S256ChallengeOption(r.Verifier)), r, nil
}

// Take is who comes back, if he is the one who was sent.
func (p *Provider) Take(ctx context.Context, r Request, answer url.Values) (Subject, error) {
	if r.State == "" || time.Now().After(r.Until) || subtle.ConstantTimeCompare([]byte(answer.Get("state")), []byte(r.State)) != 1 {
		return Subject{}, kernel.Denied("sso.unasked")
	}
	if answer.Get("error") != "" {
		return Subject{}, kernel.Denied("sso.refused", "name", p.Name)
	}
	client, err := p.client(ctx)
	if err != nil {
		return Subject{}, err
	}
	token, err := client.Exchange(ctx, answer.Get("code"), oauth2.VerifierOption(r.Verifier))
	if err != nil {
		return Subject{}, p.doubt(err)
	}
	raw, _ := token.Extra("id_token").(string)
	return p.subject(ctx, raw, r.Nonce)
}

// subject reads a token that is signed, meant for us, not expired, and the answer to our question.
func (p *Provider) subject(ctx context.Context, raw, nonce string) (Subject, error) {
	token, err := p.verifier().Verify(ctx, raw)
	if err != nil {
		return Subject{}, p.doubt(err)
	}
	var claims struct {
		Name string `json:"name"`
		For  string `json:"azp"`
	}
	err = token.Claims(&claims)
	if err != nil || token.Subject == "" || subtle.ConstantTimeCompare([]byte(token.Nonce), []byte(nonce)) != 1 ||
		len(token.Audience) > 1 && claims.For != p.Client {
		return Subject{}, p.doubt(err)
	}
	return Subject{token.Issuer, token.Subject, claims.Name}, nil
}

// Farewell is a message of the other house that somebody has signed out there.
type Farewell struct {
	Subject
	ID    string // each is taken once
	Until time.Time
}

// Farewell reads such a message.
func (p *Provider) Farewell(ctx context.Context, raw string) (f Farewell, err error) {
	if _, err := p.client(ctx); err != nil {
		return f, err
	}
	token, err := p.verifier().VerifyLogout(ctx, raw)
	if err != nil || token.Subject == "" {
		return f, p.doubt(err)
	}
	return Farewell{Subject{Issuer: token.Issuer, Subject: token.Subject}, token.TokenID, token.Expiry}, nil
}

// signed are the algorithms of which only the other house has the key.
var signed = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.PS256, oidc.PS384, oidc.PS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.EdDSA}

func (p *Provider) verifier() *oidc.IDTokenVerifier {
	return p.found.Verifier(&oidc.Config{ClientID: p.Client, SupportedSigningAlgs: slices.Clone(signed)})
}

// client asks the other house about itself, the first time that it answers.
func (p *Provider) client(ctx context.Context) (*oauth2.Config, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found == nil {
		found, err := oidc.NewProvider(context.WithoutCancel(ctx), p.Issuer)
		if err != nil {
			_ = p.doubt(err)
			return nil, kernel.Refused("sso.silent", "name", p.Name)
		}
		p.found = found
	}
	return &oauth2.Config{ClientID: p.Client, ClientSecret: p.Secret, Endpoint: p.found.Endpoint(),
		RedirectURL: p.Back, Scopes: []string{oidc.ScopeOpenID, "profile"}}, nil
}

// doubt is what users get to know of what is wrong over there; the diary gets the rest.
func (p *Provider) doubt(err error) error {
	if err != nil {
		slog.Error("single sign-on", "issuer", p.Issuer, "error", err)
	}
	return kernel.Denied("sso.doubted", "name", p.Name)
}
