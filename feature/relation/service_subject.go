package relation

import (
	"context"
	"maps"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Subject says whether an account has something, such as a deal, that people may be
// judged for apart; out of sight it is missing.
type Subject func(tx *db.Tx, account, subject kernel.ID) error

// SubjectBy names who knows what people may be judged for apart. Until then there is
// nothing.
func (s *Service) SubjectBy(knows Subject) { s.subjects = knows }

// none is what people may be judged for apart while nobody knows anything.
func none(*db.Tx, kernel.ID, kernel.ID) error { return kernel.Missing("db.missing") }

// MapOf is the map of an account for one subject: where somebody has judged people for
// it that counts, and elsewhere what is thought of them at the account.
func (s *Service) MapOf(ctx context.Context, account, subject kernel.ID) (m Map, err error) {
	return m, s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.concerns(tx, account, subject); err != nil {
			return err
		}
		m, err = s.drawn(tx, account, subject)
		return err
	})
}

// concerns answers like missing where the account or the subject is out of sight.
func (s *Service) concerns(tx *db.Tx, account, subject kernel.ID) error {
	if err := s.accounts.Require(tx, account); err != nil {
		return err
	}
	return s.subjects(identity.As(tx, reading), account, subject)
}

// overlay puts what was judged for a subject over what is thought at the account.
func (b *board) overlay(tx *db.Tx, subject kernel.ID) error {
	rows, err := standingFor(tx, b.Account, subject)
	if err != nil {
		return err
	}
	names := b.names
	if err := b.named(tx, rows); err != nil {
		return err
	}
	maps.Copy(b.names, names)
	for _, j := range rows {
		b.judge(j)
	}
	for i := range b.People {
		stale := false
		for _, j := range b.People[i].Judged {
			stale = stale || j.Stale
		}
		b.People[i].Stale = stale
	}
	b.Subject = subject
	return nil
}

// SaveOf writes judgements of people for one subject. Who reports to whom, lines and
// places are the account's, whatever it is about.
func (s *Service) SaveOf(ctx context.Context, account, subject kernel.ID, version int64, d Draft) (m Map, err error) {
	return m, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.concerns(tx, account, subject); err != nil {
			return err
		}
		if len(d.Moves)+len(d.Places)+len(d.Draw)+len(d.Erase) > 0 {
			return kernel.Invalid("relation.of_account")
		}
		if err := s.saveOf(tx, account, subject, version, d, "relation.saved"); err != nil {
			return err
		}
		m, err = s.drawn(identity.As(tx, reading), account, subject)
		return err
	})
}

func (s *Service) saveOf(tx *db.Tx, account, subject kernel.ID, version int64, d Draft, verb string) error {
	c, err := s.settings(tx)
	if err != nil {
		return err
	}
	if err := d.check(c.cfg, s.today()); err != nil {
		return err
	}
	if err := advance(tx, account, version); err != nil {
		return stale(err)
	}
	if err := s.here(tx, account, d.names()); err != nil {
		return err
	}
	p := &pen{tx: tx, by: user(tx.Context()), on: s.today(), version: version + 1}
	if err := p.employed(d.Judgements); err != nil {
		return err
	}
	for _, saying := range d.Judgements {
		row, err := p.judged(saying)
		if err != nil {
			return err
		}
		row.Subject = subject
		if err := replacedFor(tx, row); err != nil {
			return err
		}
		if err := addJudged(tx, row); err != nil {
			return err
		}
	}
	return audit.Note(tx, verb, "account", account, counted{Account: account, Version: p.version, Judgements: len(d.Judgements)})
}

// LatestOf are the judgements at the account, or for its other subjects, that are
// newer than those for one subject and say something else.
func (s *Service) LatestOf(ctx context.Context, account, subject kernel.ID) (all []Offer, err error) {
	return all, s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.concerns(tx, account, subject); err != nil {
			return err
		}
		all, err = s.offersFor(tx, account, subject)
		return err
	})
}

// offersFor are the latest of all judgements that stand, by person and field, where
// the subject has an older one of another value.
func (s *Service) offersFor(tx *db.Tx, account, subject kernel.ID) (all []Offer, err error) {
	type spot struct {
		contact kernel.ID
		field   string
	}
	rows, err := standingEver(tx, account)
	if err != nil {
		return nil, err
	}
	latest, own := map[spot]judged{}, map[spot]judged{}
	var users []kernel.ID
	for _, j := range rows {
		at := spot{j.Contact, j.Field}
		users = append(users, j.By)
		if latest[at] = j; j.Subject == subject {
			own[at] = j
		}
	}
	names, err := namesOf(tx, users)
	for at, j := range latest {
		if was, said := own[at]; said && was.ID != j.ID && was.Value != j.Value {
			all = append(all, Offer{Contact: at.contact, Field: at.field, Value: j.Value, Now: was.Value, By: j.By, Name: names[j.By], On: j.On, Until: j.Until, evidence: j.Evidence})
		}
	}
	slices.SortFunc(all, func(a, b Offer) int {
		if c := a.Contact.Compare(b.Contact); c != 0 {
			return c
		}
		return slices.Index(Fields, a.Field) - slices.Index(Fields, b.Field)
	})
	return all, err
}

// TakeOf takes the latest judgements over for a subject: of the people who are named,
// of all if nobody is.
func (s *Service) TakeOf(ctx context.Context, account, subject kernel.ID, version int64, contacts []kernel.ID) (m Map, err error) {
	return m, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.concerns(tx, account, subject); err != nil {
			return err
		}
		offers, err := s.offersFor(identity.As(tx, reading), account, subject)
		if err != nil {
			return err
		}
		var d Draft
		for _, o := range offers {
			if len(contacts) == 0 || slices.Contains(contacts, o.Contact) {
				d.Judgements = append(d.Judgements, o.saying())
			}
		}
		if err := s.saveOf(tx, account, subject, version, d, "relation.taken"); err != nil {
			return err
		}
		m, err = s.drawn(identity.As(tx, reading), account, subject)
		return err
	})
}

// saying is an offer as it is taken over: who judged it, when, and why goes along.
func (o Offer) saying() Saying {
	return Saying{Contact: o.Contact, Field: o.Field, Value: o.Value, Evidence: o.evidence, Until: o.Until, On: o.On, By: o.By, Source: Taken}
}
