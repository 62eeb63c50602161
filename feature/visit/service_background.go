package visit

import (
	"erba/analysis/dossier"
	"erba/analysis/null"
	"erba/feature/method"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Filing is the method by which the file of a customer is judged.
const Filing = "M55"

// background is how complete the file of a customer is (method M55).
func (s *Service) background(tx *db.Tx, account kernel.ID) (null.Number, error) {
	cfg, _, err := method.Setting[dossier.Config](s.Methods, tx, Filing)
	if err != nil {
		return null.None, err
	}
	f, err := s.file(tx, account)
	if err != nil {
		return null.None, err
	}
	_, _, today, err := s.cadences(tx)
	return cfg.Completeness(f, today), err
}

// file is what of a customer's file is filled, group by group.
func (s *Service) file(tx *db.Tx, account kernel.ID) (f dossier.File, err error) {
	is, err := filedOf(tx, account)
	if err != nil {
		return f, err
	}
	stands, err := s.Relations.Standing(identity.Whole(tx), account) // only counted
	if err != nil {
		return f, err
	}
	b, err := s.opened(tx.Context())
	if err != nil {
		return f, err
	}
	needs, traded := 0, 0
	if row := b.classed.Row(account); row >= 0 {
		_, orders := b.classed.Trade(row)
		needs, traded = one(b.entries[row].space >= 0), one(orders > 0)
	}
	layered, powered, covered := judged(stands)
	return dossier.File{
		{Filled: int(is.Basic), Required: basics},
		{Filled: int(is.People + is.Titled + is.Reachable), Required: 3},
		{Filled: layered + powered + covered, Required: 3},
		{Filled: needs, Required: 1},
		{Filled: traded, Required: 1},
		{Filled: int(is.Invoiced), Required: 1},
		{Filled: int(is.Duties + is.Goals + is.Manner + is.Around), Required: 4},
	}, nil
}

// judged says whether of anybody the place in the decision, the power and our
// counterpart are known.
func judged(stands []relation.Stand) (layered, powered, covered int) {
	for _, one := range stands {
		if one.Layer != "" || len(one.Roles) > 0 {
			layered = 1
		}
		if one.Power > 0 {
			powered = 1
		}
		if !one.Counterpart.IsZero() {
			covered = 1
		}
	}
	return layered, powered, covered
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
