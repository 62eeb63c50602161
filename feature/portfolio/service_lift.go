package portfolio

import (
	"context"

	"erba/analysis/grade"
	"erba/analysis/membership"
	"erba/analysis/null"
	"erba/kernel"
	"erba/platform/identity"
)

// Lift is the card that the method gives an account now, and what the card above
// it, or above one that it holds, asks for; open: too little is known. Who does not read the account's figures is told neither, and who
// is not told its margin is not told the points, from which it could be worked out.
func (s *Service) Lift(ctx context.Context, account kernel.ID, above membership.Card) (due membership.Card, open bool, lift *membership.Lift, err error) {
	ctx = identity.Under(ctx, "portfolio:read")
	v, err := s.view(ctx, Ask{}, Filter{})
	if err != nil {
		return due, false, nil, err
	}
	row := v.Row(account)
	if row < 0 || !v.mask.Has(row) {
		return due, false, nil, nil
	}
	cfg, customer := &v.Setting.Config.Cards, v.customer(row)
	due, open = cfg.Of(customer)
	l, ok := cfg.Lift(customer, max(above, due))
	if !ok {
		return due, open, nil, nil
	}
	hidden, err := s.hidesMargin(ctx, v, row)
	for i := range l.Criteria {
		if one := &l.Criteria[i]; hidden && one.Key == "membership.score" {
			one.Have = null.None
		}
	}
	return due, open, &l, err
}

// Climbing is what an account lacks of its next class; nil for who does not read
// its figures.
func (s *Service) Climbing(ctx context.Context, account kernel.ID) (*Climb, error) {
	ctx = identity.Under(ctx, "portfolio:read")
	v, err := s.view(ctx, Ask{}, Filter{})
	if err != nil {
		return nil, err
	}
	row := v.Row(account)
	if row < 0 || !v.mask.Has(row) {
		return nil, nil
	}
	c := v.climbs(row)
	hidden, err := s.hidesMargin(ctx, v, row)
	switch {
	case c.By == string(grade.Share) && v.scope == Own:
		c.Points, c.Missing = nil, nil // they tell what all others bring
	case hidden && c.By == string(grade.Points):
		c.withoutMargin()
	}
	return &c, err
}
