package card

import (
	"context"
	"slices"
	"strings"

	"erba/analysis/membership"
	"erba/feature/account"
	"erba/feature/evaluation"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps the cards of accounts.
type Service struct {
	db          *db.DB
	accounts    *account.Service
	methods     *method.Service
	portfolio   *portfolio.Service
	evaluations *evaluation.Service
	today       func() kernel.Date
}

// NewService returns the card service. Which level an account holds is decided
// by evaluation: here it is heard.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, methods *method.Service, p *portfolio.Service, e *evaluation.Service) *Service {
	s := &Service{db: d, accounts: accounts, methods: methods, portfolio: p, evaluations: e,
		today: kernel.Today}
	event.On(events, s.changed)
	event.On(events, s.merged)
	event.On(events, s.parted)
	event.On(events, leaving)
	e.Adds(evaluation.Membership, effects)
	return s
}

// changed lets a card follow the level that was decided on.
func (s *Service) changed(tx *db.Tx, e evaluation.Changed) error {
	if e.Model != evaluation.Membership {
		return nil
	}
	all := identity.Whole(tx)
	cards, err := held(all, e.Account)
	if err != nil || slices.ContainsFunc(cards, func(c Card) bool { return c.Runs(s.today()) && c.Level == e.Class }) {
		return err
	}
	for _, c := range cards {
		if c.Ended.IsZero() {
			if err := end(all, c.ID, s.today()); err != nil {
				return err
			}
		}
	}
	switch at := s.earlier(cards, e); {
	case e.Class == "":
		return nil
	case at >= 0:
		return reopen(all, cards[at].ID)
	}
	return s.issue(all, e)
}

// earlier is the card that counts again where a decision, or what was set by hand,
// is taken back; −1: there is none.
func (s *Service) earlier(cards []Card, e evaluation.Changed) int {
	if e.Way != evaluation.Undone && e.Way != evaluation.Expiry {
		return -1
	}
	return slices.IndexFunc(cards, func(c Card) bool {
		c.Ended = kernel.Date{}
		return c.Level == e.Class && c.Runs(s.today())
	})
}

// issue gives a card for as long, and with all, that the method says today.
func (s *Service) issue(tx *db.Tx, e evaluation.Changed) error {
	return s.give(tx, Card{Account: e.Account, Level: e.Class, From: s.today(), By: e.By, Approval: e.Approval})
}

func (s *Service) give(tx *db.Tx, c Card) error {
	cfg, _, err := method.Setting[membership.Config](s.methods, tx, "M19")
	if err != nil {
		return err
	}
	c.ID, c.Until = kernel.NewID(), cfg.Until(c.From)
	gives := gives(&cfg, c.Level)
	c.Response, c.Dedicated, c.Credit = int64(gives.Response), gives.Dedicated, decimal(gives.Credit)
	c.Events, c.Seats = int64(gives.Events), int64(gives.Seats)
	if err := add(tx, c); err != nil {
		return err
	}
	return audit.Note(tx, "card.granted", "account", c.Account, c)
}

// Use notes that something of an account's card was used.
func (s *Service) Use(ctx context.Context, account kernel.ID, u Use) (Use, error) {
	u.ID, u.By, u.Note = kernel.NewID(), user(ctx), strings.TrimSpace(u.Note)
	if u.On.IsZero() {
		u.On = s.today()
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		c, err := s.running(tx, account)
		if err != nil {
			return err
		}
		if err := u.Check(c, s.today()); err != nil {
			return err
		}
		u.Card = c.ID
		if ok, err := spend(tx, c.ID, u.Benefit, u.Number); err != nil || !ok {
			return either(err, c.exhausted(u.Benefit))
		}
		if err := addUse(tx, u); err != nil {
			return err
		}
		return audit.Note(tx, "card.used", "account", account, u)
	})
	return u, err
}

// either is the first error, or the other one if there is none.
func either(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// running is the card of an account that counts today.
func (s *Service) running(tx *db.Tx, account kernel.ID) (Card, error) {
	if err := s.accounts.Require(tx, account); err != nil {
		return Card{}, err
	}
	cards, err := held(tx, account)
	if at := slices.IndexFunc(cards, func(c Card) bool { return c.Runs(s.today()) }); err == nil && at >= 0 {
		return cards[at], nil
	}
	return Card{}, either(err, kernel.Refused("card.none"))
}

// TakeBack notes that a use was none: it remains written, and counts no more.
func (s *Service) TakeBack(ctx context.Context, id kernel.ID) (u Use, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if u, err = use(tx, id); err != nil {
			return err
		}
		c, err := byUse(tx, id)
		if err != nil {
			return err
		}
		if !u.Back.IsZero() {
			return kernel.Refused("card.already_back")
		}
		u.Back, u.BackBy = s.today(), user(ctx)
		if err := takeBack(tx, id, u.Back, u.BackBy); err != nil {
			return err
		}
		if _, err := spend(tx, u.Card, u.Benefit, -u.Number); err != nil {
			return err
		}
		return audit.Note(tx, "card.taken_back", "account", c.Account, u)
	})
	return u, err
}

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}
