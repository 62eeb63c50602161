package card

import (
	"context"
	"iter"

	"erba/analysis/membership"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// List is a page of the cards that count.
func (s *Service) List(ctx context.Context, w Which) (c Cards, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rows, err := list(tx, w, s.today())
		if err != nil {
			return err
		}
		c.Rows = make([]Listed, len(rows))
		for i, r := range rows {
			c.Rows[i] = Listed{r.Card, r.Code, r.Name, r.Owner, r.Expires(s.today())}
		}
		if n := len(rows); n == w.Limit {
			c.Next = rows[n-1].ID
		}
		found, err := counts(tx, s.today())
		c.Counts = all(found)
		return err
	})
	return c, err
}

// Badges are the levels that accounts in sight hold.
func (s *Service) Badges(ctx context.Context) (found []Badge, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		found, err = badges(tx, s.today())
		return err
	})
	return found, err
}

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"card.code", "card.name", "card.level", "card.from", "card.until", "card.response", "card.dedicated", "card.credit",
	"card.events", "card.events_used", "card.seats", "card.seats_used"}

// everything is more cards than anybody gives.
const everything = 1 << 30

// Export are all cards that count, as rows under Exported, in words that say()
// says in the reader's language.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	w.Limit = everything
	c, err := s.List(ctx, w)
	if err != nil {
		return nil, err
	}
	return func(yield func([]any) bool) {
		for _, r := range c.Rows {
			dedicated := ""
			if r.Dedicated {
				dedicated = say("card.yes")
			}
			if !yield([]any{r.Code, r.Name, say(of(r.Level).Key()), r.From, r.Until, r.Response, dedicated, r.Credit,
				r.Events, r.EventsUsed, r.Seats, r.SeatsUsed}) {
				return
			}
		}
	}, nil
}

// Sheet is what there is to say about the card of an account.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	sheet = Sheet{Today: s.today(), Past: []Card{}, Uses: []Use{}}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		cards, err := held(tx, account)
		if err != nil {
			return err
		}
		sheet.take(cards)
		sheet.May, sheet.Renew = sheet.Card != nil && s.reaches(tx, "card:use", account), s.reaches(tx, "card:renew", account)
		own, err := s.owns(tx, account)
		if err != nil {
			return err
		}
		sheet.Renew = sheet.Renew && !own
		sheet.Uses, err = uses(tx, account)
		return err
	})
	if err != nil {
		return sheet, err
	}
	above := membership.None
	if sheet.Card != nil {
		above = of(sheet.Card.Level)
	}
	due, open, lift, err := s.portfolio.Lift(ctx, account, above)
	sheet.Due, sheet.Open, sheet.Lift = Named(due), open, lift
	sheet.Renew = sheet.Renew && sheet.renewable(due) == nil
	return sheet, err
}

// take puts the cards of an account in their places.
func (s *Sheet) take(cards []Card) {
	for _, c := range cards {
		switch {
		case c.Runs(s.Today):
			s.Card = &c
		case c.Ended.IsZero() && c.From.Compare(s.Today) > 0:
			s.Next = &c
		default:
			s.Past = append(s.Past, c)
		}
	}
}

// reaches reports whether the viewer holds a grant for an account.
func (s *Service) reaches(tx *db.Tx, grant string, account kernel.ID) bool {
	return s.accounts.Require(tx.As(identity.Under(tx.Context(), grant)), account) == nil
}
