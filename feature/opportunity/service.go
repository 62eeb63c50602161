package opportunity

import (
	"cmp"
	"context"
	"fmt"

	"erba/analysis/sale"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Others are what deals stand on.
type Others struct {
	Accounts *account.Service
	Contacts *contact.Service
	Products *product.Service
	Ledger   *ledger.Service
	Methods  *method.Service
}

// Pricer is who knows prices.
type Pricer func(tx *db.Tx, account, product kernel.ID, on kernel.Date) (Price, error)

// Gate is asked before a deal moves or ends, in the same transaction. A fault keeps
// it where it is. The deal is as it was; the move says what it is to become.
type Gate func(tx *db.Tx, d Deal, m Move) error

// Service keeps deals.
type Service struct {
	Others
	db     *db.DB
	events *event.Bus
	users  *identity.Service
	today  func() kernel.Date
	prices Pricer
	rivals Namer
	gates  []Gate
	built  []Builder
}

// NewService returns the service of deals.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, o Others) *Service {
	s := &Service{Others: o, db: d, events: events, users: users, today: kernel.Today}
	account.Keep(events, belongings)
	return s
}

// PricedBy has lines take their prices from who knows them.
func (s *Service) PricedBy(p Pricer) { s.prices = p }

// Before has somebody asked before a deal moves or ends.
func (s *Service) Before(g Gate) { s.gates = append(s.gates, g) }

// belongings are the deals of an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "opportunities", Columns: "k.id", Reason: "opportunity.was_offered", Bring: bring}

func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE opportunities SET account_id = ?, row_id = ?, version = version + 1 WHERE id = ? AND ?`,
		account, account, id, tx.Visible("opportunities.row_id"))
	return err
}

// stepping is the method whose setting says over which steps deals go.
const stepping = "M72"

// Config is over which steps deals go.
func (s *Service) Config(tx *db.Tx) (sale.Config, error) {
	cfg, _, err := method.Setting[sale.Config](s.Methods, tx, stepping)
	return cfg, err
}

// Open begins a deal; of the viewer where it names no owner. What it does not say
// of its steps is the first of the first.
func (s *Service) Open(ctx context.Context, d Deal) (Deal, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) (err error) {
		d, err = s.Begin(tx, d)
		return err
	})
	return d, err
}

// Begin is Open in the caller's transaction.
func (s *Service) Begin(tx *db.Tx, d Deal) (Deal, error) {
	cfg, err := s.Config(tx)
	if err != nil {
		return d, err
	}
	if err := s.fresh(tx, &d, cfg); err != nil {
		return d, err
	}
	if err := s.enter(tx, d); err != nil {
		return d, err
	}
	if err := audit.Changed(tx, "opportunity.opened", "opportunity", d.ID, nil, d); err != nil {
		return d, err
	}
	return d, event.Emit(s.events, tx, Opened{d})
}

// fresh fills in what a deal that begins does not say, and refuses one that is none.
func (s *Service) fresh(tx *db.Tx, d *Deal, cfg sale.Config) error {
	d.tidy()
	d.ID, d.Version, d.Made, d.Author = kernel.NewID(), 1, s.today(), viewer(tx.Context())
	if d.Opened.IsZero() {
		d.Opened = d.Made
	}
	if d.Opened.Compare(d.Made) > 0 {
		return kernel.Invalid("opportunity.bad_opened").In("opened")
	}
	if d.Owner.IsZero() && d.OwnerName == "" {
		d.Owner = d.Author
	}
	if err := code(tx, d); err != nil {
		return err
	}
	d.Entered, d.FirstExpected, d.State, d.Slips, d.Closed, d.Row = d.Opened, d.Expected, Going, 0, kernel.Date{}, d.Account
	if d.Account.IsZero() {
		d.Row = d.ID
	}
	if err := s.place(d, cfg); err != nil {
		return err
	}
	if err := s.valued(tx, d); err != nil {
		return err
	}
	return s.check(tx, d)
}

// code gives a deal without a code the next number of its year: O26-0418.
func code(tx *db.Tx, d *Deal) error {
	if d.Code != "" {
		return nil
	}
	year, _, _ := d.Opened.Parts()
	prefix := fmt.Sprintf("O%02d-", year%100)
	if err := tx.Alone("opportunity." + prefix); err != nil {
		return err
	}
	from, err := following(identity.Whole(tx), prefix)
	for known := true; known && err == nil; {
		n := 0
		if n, err = numbered(tx, prefix, from); err != nil {
			return err
		}
		d.Code = fmt.Sprintf("%s%04d", prefix, n)
		known, err = taken(identity.Whole(tx), d.Code)
	}
	return err
}

// place puts a deal that begins at the first step of its process, or at the one it
// names: none behind a milestone that it would have to pass.
func (s *Service) place(d *Deal, cfg sale.Config) error {
	d.Process = cmp.Or(d.Process, cfg.Processes[0].Key)
	p, ok := cfg.Process(d.Process)
	if !ok {
		return kernel.Invalid("opportunity.bad_process").In("process")
	}
	if d.Stage = cmp.Or(d.Stage, p.Stages[0].Key); p.Index(d.Stage) < 0 {
		return kernel.Invalid("opportunity.bad_stage").In("stage")
	}
	judge(cfg, d)
	return unpassed(p.Missing(p.Stages[0].Key, d.Stage, func(string) bool { return false }))
}

// unpassed names the first milestone that keeps a deal from a step.
func unpassed(missing []sale.Milestone) error {
	if len(missing) == 0 {
		return nil
	}
	return kernel.Refused("opportunity.milestone_missing", "milestone", missing[0].Key, "zh", missing[0].Zh, "en", missing[0].En)
}

// enter adds a deal with who may see it and its first move.
func (s *Service) enter(tx *db.Tx, d Deal) error {
	if known, err := taken(identity.Whole(tx), d.Code); err != nil || known {
		return either(err, kernel.Refused("opportunity.taken", "code", d.Code).In("code"))
	}
	if err := add(tx, d); err != nil {
		return err
	}
	if d.Account.IsZero() && !d.Owner.IsZero() {
		if err := identity.Join(tx, identity.Member{Row: d.ID, User: d.Owner, Owner: true}); err != nil {
			return err
		}
	}
	return addMoves(tx, move{ID: kernel.NewID(), Deal: d.ID, To: d.Stage, State: Going, On: d.Opened, By: d.Author})
}

// check refuses a deal that is none, or names what is not there.
func (s *Service) check(tx *db.Tx, d *Deal) error {
	if err := d.Check(); err != nil {
		return err
	}
	if !d.Account.IsZero() {
		if err := s.Accounts.Require(tx, d.Account); err != nil {
			return err
		}
	}
	if err := s.own(tx, d); err != nil {
		return err
	}
	if !d.Contact.IsZero() {
		if n, err := at(tx, d.Account, d.Contact); err != nil || n == 0 {
			return either(err, kernel.Invalid("opportunity.stranger").In("contact"))
		}
	}
	return nil
}

// own says who leads a deal, by his name where he is a user.
func (s *Service) own(tx *db.Tx, d *Deal) error {
	if d.Owner.IsZero() {
		return nil
	}
	names, err := named(tx, d.Owner)
	if err != nil || len(names) == 0 {
		return either(err, kernel.Invalid("opportunity.nobody").In("owner"))
	}
	d.OwnerName = names[0]
	return nil
}

func viewer(ctx context.Context) kernel.ID {
	v, _ := identity.From(ctx)
	return v.ID
}

// either is the error, or else what is refused.
func either(err error, refusal *kernel.Fault) error {
	if err != nil {
		return err
	}
	return refusal
}
