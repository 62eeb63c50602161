package fee

import (
	"context"
	"strings"
	"time"

	"erba/analysis/fee"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// setting is the method whose settings hold the tree of fees.
const setting = "M74"

// asking is the kind of proposal by which somebody asks to spend: a manager lets what
// is small pass, a director all of it.
var asking = approval.Kind{Name: "fee.request", Propose: "fee:request", Days: 30,
	Bands: []approval.Band{{UpTo: kernel.Yuan(50_000), Approve: []string{"fee:approve"}}, {Approve: []string{"fee:above"}}}}

// Service keeps fees.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	approvals *approval.Service
	methods   *method.Service
	ledger    *ledger.Service
	promoted  []func(tx *db.Tx, promotion, account kernel.ID) error
	today     func() kernel.Date
	now       func() time.Time
}

// PromotedBy has somebody say whether something may be spent for a promotion.
func (s *Service) PromotedBy(f func(tx *db.Tx, promotion, account kernel.ID) error) {
	s.promoted = append(s.promoted, f)
}

// NewService returns the service of fees.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, approvals *approval.Service, methods *method.Service, l *ledger.Service) *Service {
	account.Keep(events, account.Kept[kernel.ID]{Table: "fees", Columns: "k.id", Reason: "fee.were_asked", Bring: bringFee})
	account.Keep(events, account.Kept[kernel.ID]{Table: "fee_bookings", Columns: "k.id", Reason: "fee.were_paid", Bring: bringBooking})
	return &Service{db: d, accounts: accounts, approvals: approvals, methods: methods, ledger: l, today: kernel.Today, now: time.Now}
}

// Config is the tree of fees in force.
func (s *Service) Config(tx *db.Tx) (fee.Config, error) {
	c, _, err := method.Setting[fee.Config](s.methods, tx, setting)
	return c, err
}

// Ask asks to spend something on a customer. What the rule refuses is kept, for
// whoever asks to change it, and for a director to answer for.
func (s *Service) Ask(ctx context.Context, r Request) (Request, error) {
	viewer, _ := identity.From(ctx)
	r.tidy()
	r.ID, r.By, r.Made, r.Version, r.State = kernel.NewID(), viewer.ID, s.today(), 1, Blocked
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, r.Account); err != nil {
			return err
		}
		if err := s.meant(tx, r); err != nil {
			return err
		}
		if err := s.weigh(tx, &r); err != nil {
			return err
		}
		if err := add(tx, r); err != nil {
			return err
		}
		return audit.Changed(tx, "fee.asked", "fee", r.ID, nil, r)
	})
	return r, err
}

// meant looks whether a request is for a promotion of its customer, if it is for one.
func (s *Service) meant(tx *db.Tx, r Request) error {
	for _, f := range s.promoted {
		if r.Promotion.IsZero() {
			break
		}
		if err := f(tx, r.Promotion, r.Account); err != nil {
			return err
		}
	}
	return nil
}

// Again changes a request that the rule or somebody refused, and asks anew; whoever
// does has asked for what it says now.
func (s *Service) Again(ctx context.Context, r Request) (Request, error) {
	viewer, _ := identity.From(ctx)
	r.tidy()
	err := s.change(ctx, r.ID, r.Version, "fee.asked_again", func(tx *db.Tx, was *Request) error {
		if was.State != Blocked && was.State != Refused {
			return kernel.Refused("fee.other_state")
		}
		r.Account, r.By, r.Made, r.State, r.Promotion = was.Account, viewer.ID, was.Made, Blocked, was.Promotion
		*was = r
		err := s.weigh(tx, was)
		r = *was
		return err
	})
	r.Version++
	return r, err
}

// weigh asks for consent to what the rule lets pass.
func (s *Service) weigh(tx *db.Tx, r *Request) error {
	c, err := s.Config(tx)
	if err != nil {
		return err
	}
	if err := r.Check(c); err != nil {
		return err
	}
	rule, err := s.rule(identity.Whole(tx), c, *r)
	if err != nil || !rule.Passes {
		return err
	}
	return s.propose(tx, c, r, rule.Known)
}

// propose sends a request to whoever may grant it: to a director if nobody knows the
// margin, or if no budget has room for it.
func (s *Service) propose(tx *db.Tx, c fee.Config, r *Request, known bool) error {
	currency, err := s.ledger.Currency(tx)
	if err != nil {
		return err
	}
	names, err := s.accounts.Names(tx, []kernel.ID{r.Account})
	if err != nil {
		return err
	}
	room, err := s.room(identity.Whole(tx), c, *r)
	if err != nil {
		return err
	}
	t, _ := c.Find(r.Type)
	d := approval.Draft{Kind: asking.Name, Object: "fee", Subject: r.ID, Account: r.Account, Payload: asked{r.ID, r.Amount}, Amount: kernel.Money{Minor: r.Amount, Currency: currency},
		Reason: r.Purpose, Link: "/money/fees/" + r.ID.String(), Args: approval.Args{{Name: "account", Text: names[r.Account]}, {Name: "name", Text: r.Name},
			{Name: "type", Text: t.Zh}, {Name: "from", Text: r.From.String()}, {Name: "until", Text: r.Until.String()}}}
	if !known || !room {
		d.Steps = approval.Steps{"fee:above"}
	}
	p, err := s.approvals.Propose(tx, d)
	r.State, r.Approval = Waiting, p.ID
	return err
}

// asked is what a proposal is about: so much for a request.
type asked struct {
	Fee    kernel.ID `json:"fee"`
	Amount int64     `json:"amount"`
}

// granted and forbidden are what becomes of a request once somebody has decided; of
// one that was granted before, only more was asked for.
func (s *Service) granted(tx *db.Tx, _ approval.Proposal, a asked) error {
	return s.decided(tx, a, "fee.granted", func(r *Request) {
		r.Agreed = a.Amount
		if r.State == Waiting {
			r.State = Approved
		}
	})
}

func (s *Service) forbidden(tx *db.Tx, _ approval.Proposal, a asked) error {
	return s.decided(tx, a, "fee.refused", func(r *Request) {
		if r.State == Waiting {
			r.State = Refused
		}
	})
}

func (s *Service) decided(tx *db.Tx, a asked, did string, f func(*Request)) error {
	tx = identity.Whole(tx)
	r, err := find(tx, a.Fee)
	if err != nil {
		return err
	}
	before := r
	f(&r)
	if err := write(tx, r); err != nil {
		return err
	}
	return audit.Changed(tx, did, "fee", r.ID, before, r)
}

// Override lets pass what the rule refuses: a director answers for it, with a reason.
func (s *Service) Override(ctx context.Context, id kernel.ID, version int64, reason string) error {
	viewer, _ := identity.From(ctx)
	return s.change(ctx, id, version, "fee.overridden", func(_ *db.Tx, r *Request) error {
		reason = strings.TrimSpace(reason)
		switch n := len([]rune(reason)); {
		case r.State != Blocked:
			return kernel.Refused("fee.other_state")
		case r.By == viewer.ID:
			return kernel.Refused("approval.own")
		case n < 5 || n > longestText:
			return kernel.Invalid("fee.no_reason", "max", longestText).In("reason")
		}
		r.State, r.Agreed, r.Override, r.OverrideBy = Approved, r.Amount, reason, viewer.ID
		return nil
	})
}

// change turns a request into another state of it.
func (s *Service) change(ctx context.Context, id kernel.ID, version int64, did string, f func(*db.Tx, *Request) error) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		r, err := find(tx, id)
		if err != nil {
			return err
		}
		before := r
		if err := f(tx, &r); err != nil {
			return err
		}
		if r.Version = version; version == 0 {
			r.Version = before.Version
		}
		if err := write(tx, r); err != nil {
			return err
		}
		return audit.Changed(tx, did, "fee", id, before, r)
	})
}
