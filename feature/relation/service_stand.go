package relation

import (
	"slices"

	"erba/analysis/null"
	rel "erba/analysis/relation"
	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Stand is how somebody stands, as far as the viewer may know what is thought of him.
type Stand struct {
	Contact     kernel.ID
	Name        string
	Power       int  // 1–5, 0: nobody has said
	Closeness   int  // 1–5, 0: nobody has said
	Attitude    *int // −2 … 2, nil: nobody has said
	Layer       string
	Roles       []string
	Level       string
	Counterpart kernel.ID
	Stale       bool
}

// KeyLost says that somebody of much influence has left an account.
type KeyLost struct{ Account, Contact kernel.ID }

// Standing are the people of an account, those of most weight first. Who may not
// read maps gets nobody.
func (s *Service) Standing(tx *db.Tx, account kernel.ID) ([]Stand, error) {
	return s.StandingFor(tx, account, kernel.ID{})
}

// StandingFor are the people of an account as they are judged for one subject, such as
// a deal; where nobody has judged them for it, as at the account.
func (s *Service) StandingFor(tx *db.Tx, account, subject kernel.ID) ([]Stand, error) {
	b, err := s.ofViewer(tx, account)
	if err != nil || b == nil {
		return nil, err
	}
	if !subject.IsZero() {
		if err := b.overlay(identity.As(tx, reading), subject); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(b.People, byWeight)
	all := make([]Stand, len(b.People))
	for i, p := range b.People {
		all[i] = Stand{p.ID, p.Name, p.Power, p.Closeness, p.Attitude, p.Layer, p.Roles, p.Level, p.Counterpart.User, p.Stale}
	}
	return all, nil
}

// ofViewer is the map of an account, nil if the viewer may not read it.
func (s *Service) ofViewer(tx *db.Tx, account kernel.ID) (*board, error) {
	tx = identity.As(tx, reading)
	if seen, err := s.sees(tx, account); err != nil || !seen {
		return nil, err
	}
	return s.read(tx, account)
}

// Metrics are the figures of an account's map; all unknown to who may not read it.
func (s *Service) Metrics(tx *db.Tx, account kernel.ID) (rel.Metrics, error) {
	unknown := rel.Metrics{Support: null.None, Closeness: null.None, Coverage: null.None, Layers: null.None, Roles: null.None}
	b, err := s.ofViewer(tx, account)
	if err != nil || b == nil {
		return unknown, err
	}
	c, err := s.settings(tx)
	if err != nil {
		return unknown, err
	}
	return c.cfg.Metrics(c.layers, b.seen()), nil
}

// Closeness is how close the people of an account were to us at the end of a day,
// 0–100; unknown to who may not read maps.
func (s *Service) Closeness(tx *db.Tx, account kernel.ID, on kernel.Date) (null.Number, error) {
	tx = identity.As(tx, reading)
	if seen, err := s.sees(tx, account); err != nil || !seen {
		return null.None, err
	}
	c, err := s.settings(tx)
	if err != nil {
		return null.None, err
	}
	b, err := s.as(tx, account, on)
	if err != nil {
		return null.None, err
	}
	return c.cfg.Metrics(c.layers, b.seen()).Closeness, nil
}

// left tells others when somebody of much influence is gone, whoever wrote it down.
func (s *Service) left(tx *db.Tx, e contact.Left) error {
	whole := identity.Whole(tx)
	c, err := s.settings(whole)
	if err != nil {
		return err
	}
	rows, err := standing(whole, e.Account)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(rows, func(j judged) bool { return j.Contact == e.Contact && j.Field == Power })
	if at < 0 || number(rows[at].Value) < c.cfg.Strong {
		return nil
	}
	return event.Emit(s.events, tx, KeyLost{e.Account, e.Contact})
}
