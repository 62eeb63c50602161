package gift

import (
	"context"

	"erba/analysis/care"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/export"
	"erba/platform/identity"
)

// exceeding is the kind of proposal by which somebody agrees to a gift above the limits.
var exceeding = approval.Kind{Name: "gift.exceed", Propose: "gift:write", Bands: approval.By("gift:approve"), Days: 30, Reason: true}

// Service keeps the register of gifts.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	approvals *approval.Service
	methods   *method.Service
	ledger    *ledger.Service
	today     func() kernel.Date
}

// NewService returns the service of gifts.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, approvals *approval.Service, methods *method.Service, l *ledger.Service) *Service {
	account.Keep(events, belongings)
	return &Service{d, accounts, approvals, methods, l, kernel.Today}
}

// belongings are the gifts to an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "gifts", Columns: "k.id", Reason: "gift.was_given", Bring: bring}

func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE gifts SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("gifts.account_id"))
	return err
}

// Give writes a gift down; above a limit it waits until somebody has agreed.
func (s *Service) Give(ctx context.Context, g Gift) (Gift, error) {
	viewer, _ := identity.From(ctx)
	g.tidy()
	g.ID, g.State, g.By, g.Made, g.Version = kernel.NewID(), Given, viewer.ID, s.today(), 1
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, g.Account); err != nil {
			return err
		}
		if err := g.Check(); err != nil {
			return err
		}
		if n, err := at(tx, g.Account, g.Contact); err != nil || n == 0 {
			return either(err, kernel.Invalid("gift.stranger").In("contact"))
		}
		if err := s.consent(tx, &g); err != nil {
			return err
		}
		if err := add(tx, g); err != nil {
			return err
		}
		return audit.Changed(tx, "gift.given", "gift", g.ID, nil, g)
	})
	return g, err
}

// consent has a gift wait that is above a limit.
func (s *Service) consent(tx *db.Tx, g *Gift) error {
	cfg, _, err := method.Setting[care.Config](s.methods, tx, "M89")
	if err != nil {
		return err
	}
	from, until := g.year()
	before, err := got(identity.Whole(tx), g.Contact, from, until)
	switch {
	case err != nil:
		return err
	case !cfg.Exceeds(g.Value, before):
		g.Reason = ""
		return nil
	case len([]rune(g.Reason)) < 5:
		return kernel.Invalid("gift.needs_reason", "limit", export.Amount(cfg.Gift).String(), "yearly", export.Amount(cfg.Yearly).String()).In("reason")
	}
	currency, err := s.ledger.Currency(tx)
	if err != nil {
		return err
	}
	p, err := s.propose(tx, *g, kernel.Money{Minor: g.Value, Currency: currency})
	g.State, g.Approval = Waiting, p.ID
	return err
}

// propose asks somebody to agree. To whom it goes stands on the register alone,
// where he is forgotten with the rest.
func (s *Service) propose(tx *db.Tx, g Gift, worth kernel.Money) (p approval.Proposal, err error) {
	names, err := s.accounts.Names(tx, []kernel.ID{g.Account})
	if err != nil {
		return p, err
	}
	return s.approvals.Propose(tx, approval.Draft{Kind: exceeding.Name, Object: "gift", Subject: g.ID, Account: g.Account, Payload: asked{g.ID}, Amount: worth,
		Reason: g.Reason, Link: "/accounts/" + g.Account.String() + "?tab=visit.visits", Args: approval.Args{{Name: "account", Text: names[g.Account]},
			{Name: "item", Text: g.Item}, {Name: "on", Text: g.On.String()}}})
}

// asked is what a proposal is about.
type asked struct {
	Gift kernel.ID `json:"gift"`
}

// allowed and forbidden are what becomes of a gift once somebody has decided.
func (s *Service) allowed(tx *db.Tx, _ approval.Proposal, a asked) error {
	return s.decided(tx, a, Given)
}

func (s *Service) forbidden(tx *db.Tx, _ approval.Proposal, a asked) error {
	return s.decided(tx, a, Refused)
}

func (s *Service) decided(tx *db.Tx, a asked, becomes string) error {
	tx = identity.Whole(tx)
	g, err := find(tx, a.Gift)
	if err != nil {
		return err
	}
	before := g
	g.State = becomes
	if err := state(tx, g); err != nil {
		return err
	}
	return audit.Changed(tx, "gift."+becomes, "gift", g.ID, before, g)
}

// Drop takes a gift off the register that was not given after all: by who wrote it
// down, unless it waits.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	viewer, _ := identity.From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		g, err := find(tx, id)
		switch {
		case err != nil:
			return err
		case g.By != viewer.ID:
			return kernel.Refused("gift.not_yours")
		case g.State != Given || !g.Approval.IsZero():
			return kernel.Refused("gift.decided")
		}
		before := g
		g.Version = version
		if err := drop(tx, g); err != nil {
			return err
		}
		return audit.Changed(tx, "gift.dropped", "gift", id, before, nil)
	})
}

// either is the error, or else what is refused.
func either(err error, refusal *kernel.Fault) error {
	if err != nil {
		return err
	}
	return refusal
}
