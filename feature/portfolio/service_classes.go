package portfolio

import (
	"context"
	"slices"

	"erba/analysis/grade"
	"erba/analysis/invest"
	"erba/analysis/membership"
	"erba/analysis/pyramid"
	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/db"
)

// Classed are the classes of all accounts by one question, row by row. It hides
// no account, so it is for work that the system does, such as evaluation.
type Classed struct{ *Evaluated }

// Classed computes the classes of all accounts.
func (s *Service) Classed(ctx context.Context, a Ask) (Classed, error) {
	e, err := s.evaluated(system(ctx), a)
	return Classed{e}, err
}

// There reports whether the account of a row is still one.
func (c Classed) There(row int32) bool { return c.there.Has(row) }

// Tier is the tier of a row (method M17); pyramid.None waits for an estimate.
func (c Classed) Tier(row int32) pyramid.Tier { return c.tiers[row] }

// Key reports whether a rule makes the account of a row a key account (method M01).
func (c Classed) Key(row int32) bool { return c.fired[row] != 0 }

// VIP reports whether the account of a row is a VIP of the grid (method M15).
func (c Classed) VIP(row int32) bool { return c.isVIP(row) }

// Values are what the account of a row brings in a year and what it is expected
// to buy; grid.Unknown if nobody has said so.
func (c Classed) Values(row int32) (current, expected int64) { return c.current[row], c.expected[row] }

// Card is the card that an account is to hold (method M19). Open says that too
// little is known: an answer that nobody has given could lead to a higher one.
func (c Classed) Card(row int32) (card membership.Card, open bool) {
	if !c.isKey(row) {
		return membership.None, false // most are none, and need not be asked for how long they have bought
	}
	return c.Setting.Config.Cards.Of(c.customer(row))
}

// Grade is the class of a row over time (method M18), grade.None where too little
// is known.
func (c Classed) Grade(row int32) grade.Class { return c.climbed(row) }

// Slack reports whether a row's points still hold a class that they do not reach.
func (c Classed) Slack(row int32, class grade.Class) bool {
	return c.Setting.Config.Grade.Holds(c.climbCuts(), class, c.climbScore(row))
}

// Invested is the field of a row in the matrix of investment (method M12), and how
// many times the usual visits that gives it.
func (c Classed) Invested(row int32) (invest.Quadrant, float64) {
	field := c.quadrantOf(row).Quadrant
	return field, c.Setting.Config.Invest.Policy(field).Visits
}

// Listed reports whether the account of a row stands in the register.
func (c Classed) Listed(row int32) bool { return c.listed[row] }

// Why explains the class of a row by one of the models.
func (c Classed) Why(model string, row int32) why.Explanation {
	switch model {
	case inRegister:
		return c.explainKey(row)
	case inGrid:
		return c.explainPlace(row)
	case inClimb:
		return untold(c.explainClimb(row))
	case inCard:
		return untold(c.explainCard(row))
	}
	return c.explainTier(row)
}

// untold is an explanation as it may be kept for everybody who reads a proposal:
// not all of them are told margins, or what all accounts bring.
func untold(e why.Explanation) why.Explanation {
	silence(&e, func(key string) bool { return slices.Contains(telling, key) || tellsAll(key) })
	return e
}

// Marks are the models of which Mark tells.
var Marks = []string{inABC, inRFM, inGrid, inQuadrant, inPyramid, inRegister}

// Mark is the text key of the class of a row by one of the models.
func (c Classed) Mark(model string, row int32) string {
	switch model {
	case inABC:
		return c.abc[row].Key()
	case inRFM:
		return c.Setting.Config.RFM.TypeOf(c.scores[row]).Key()
	case inGrid:
		if c.isVIP(row) {
			return "grid.VIP"
		}
		return c.places[row].Class.Key()
	case inQuadrant:
		return c.types[row].Key()
	case inClimb:
		return c.climbed(row).Key()
	case inCards:
		card, _ := c.Card(row)
		return card.Key()
	case inPyramid:
		return c.tiers[row].Key()
	}
	if c.Key(row) {
		return keyAccount
	}
	return noAccount
}

// Trade is what the account of a row bought in the window, and on how many orders.
func (c Classed) Trade(row int32) (sales int64, orders int32) { return c.sales[row], c.orders[row] }

// Sees says of which rows the viewer of ctx may know what they bring; nil is all.
func (s *Service) Sees(ctx context.Context, c Classed) (Mask, error) {
	seen, err := s.sight(ctx, c.Columns)
	if err != nil {
		return nil, err
	}
	told, err := s.told(ctx, revenue, c.Columns, s.sight)
	return seen.mask.and(told), err
}

// Owner of a row's account.
func (c Classed) Owner(row int32) kernel.ID { return c.accounts[row].Owner }

// Govern leaves it to others who enters the register, except whom a director has
// approved by name.
func (s *Service) Govern() { s.governed = true }

// Enter lists key accounts that were decided about elsewhere.
func (s *Service) Enter(tx *db.Tx, on kernel.Date, accounts ...kernel.ID) error {
	keys := make([]Status, len(accounts))
	for i, id := range accounts {
		keys[i] = Status{Account: id, Since: on, Listed: kernel.Today()}
	}
	if err := s.list(tx, keys...); err != nil {
		return err
	}
	return s.touched(tx)
}
