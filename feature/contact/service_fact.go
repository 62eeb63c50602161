package contact

import (
	"context"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/vault"
)

// mostFound is how many contacts a search answers with.
const mostFound = 50

// Plain is a private value without its mask.
type Plain struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// Reveal takes the mask off one field. It is logged, and who does not own the
// account says why.
func (s *Service) Reveal(ctx context.Context, id kernel.ID, field, reason string) (p Plain, err error) {
	reason = strings.TrimSpace(reason)
	if len([]rune(reason)) > longestText {
		return p, kernel.Invalid("contact.too_long", "max", longestText)
	}
	return p, s.db.Write(ctx, func(tx *db.Tx) error {
		c, err := find(tx, id)
		if err != nil {
			return err
		}
		if err := needsReason(tx, c, reason); err != nil {
			return err
		}
		if p, err = s.plain(tx, c, field); err != nil {
			return err
		}
		return audit.Seen(tx, "contact.revealed", "contact", id, map[string]any{"account": c.Account, "field": field, "reason": reason})
	})
}

// needsReason wants to know why, unless the account is the viewer's own.
func needsReason(tx *db.Tx, c Contact, reason string) error {
	viewer, _ := identity.From(tx.Context())
	all, err := companies(tx, []kernel.ID{c.Account})
	if err != nil || reason != "" || all[c.Account].Owner == viewer.ID {
		return err
	}
	return kernel.Invalid("contact.no_reason")
}

// plain is the value of a field that has one.
func (s *Service) plain(tx *db.Tx, c Contact, field string) (Plain, error) {
	if value, at := map[string]string{Phone: c.Phone, Mail: c.Mail, Wechat: c.Wechat}[field]; at {
		return Plain{field, value}, nil
	}
	all, err := factsOf(tx, []kernel.ID{c.ID})
	for _, f := range all[c.ID] {
		if f.Field == field {
			value, err := s.open(f)
			return Plain{field, value}, err
		}
	}
	if err == nil {
		err = kernel.Missing("db.missing")
	}
	return Plain{}, err
}

// Confide keeps a private value; an empty one is forgotten.
func (s *Service) Confide(ctx context.Context, id kernel.ID, field, value string) (card Card, err error) {
	value = strings.TrimSpace(value)
	if err := checkFact(field, value); err != nil {
		return card, err
	}
	return card, s.db.Write(ctx, func(tx *db.Tx) error {
		c, err := find(tx, id)
		if err != nil {
			return err
		}
		if err := s.confide(tx, c, field, value); err != nil {
			return err
		}
		card, err = s.card(tx, id)
		return err
	})
}

func (s *Service) confide(tx *db.Tx, c Contact, field, value string) error {
	f := fact{ID: kernel.NewID(), Contact: c.ID, Field: field}
	var err error
	if f.Sealed, err = s.vault.Seal(vault.Place{Table: factTable, Column: sealed, Row: f.ID}, value); err != nil {
		return err
	}
	if key := found(field, value); key != "" {
		if f.Blind, err = s.vault.Blind("contact."+field, key); err != nil {
			return err
		}
	}
	if err := putFact(tx, f); err != nil {
		return err
	}
	return audit.Note(tx, "contact.confided", "contact", c.ID, map[string]any{"account": c.Account, "field": field, "empty": value == ""})
}

// Search finds contacts by a whole number, mail address or WeChat name, at work
// or private, among those whose private fields are the viewer's business.
func (s *Service) Search(ctx context.Context, number string) (all []Card, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := search(tx, s.clue("", number, number, number), mostFound)
		if err != nil {
			return err
		}
		if all, err = s.cards(tx, rows); err != nil {
			return err
		}
		names, err := companies(tx, accountsOf(rows))
		for i := range all {
			all[i].Company = names[all[i].Account].Name
		}
		return err
	})
	return all, err
}

// clue is what to look for. Without the keys only what stands in the open is found.
func (s *Service) clue(name, number, mail, wechat string) clue {
	k := clue{name: strings.TrimSpace(name), number: digits(number), mail: strings.ToLower(strings.TrimSpace(mail)), wechat: strings.ToLower(strings.TrimSpace(wechat))}
	for field, value := range map[string]string{Mobile: k.number, PrivateWechat: k.wechat} {
		if value == "" {
			continue
		}
		if blind, err := s.vault.Blind("contact."+field, value); err == nil {
			k.blinds = append(k.blinds, blind)
		}
	}
	return k
}
