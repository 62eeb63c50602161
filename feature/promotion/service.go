package promotion

import (
	"context"
	"iter"
	"slices"
	"strings"

	"erba/analysis/promotion"
	"erba/feature/account"
	"erba/feature/fee"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/export"
	"erba/platform/identity"
)

// setting is the method whose settings hold the dictionary of ways.
const setting = "M75"

// Service keeps promotions.
type Service struct {
	db       *db.DB
	accounts *account.Service
	methods  *method.Service
	ledger   *ledger.Service
	fees     *fee.Service
	today    func() kernel.Date
}

// NewService returns the service of promotions.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, methods *method.Service, l *ledger.Service, fees *fee.Service) *Service {
	account.Keep(events, account.Kept[kernel.ID]{Table: "promotions", Columns: "k.id", Reason: "promotion.were_planned", Bring: bring})
	return &Service{d, accounts, methods, l, fees, kernel.Today}
}

func (s *Service) config(tx *db.Tx) (promotion.Config, error) {
	c, _, err := method.Setting[promotion.Config](s.methods, tx, setting)
	return c, err
}

// Plan writes a promotion down, or changes one that has not been evaluated.
func (s *Service) Plan(ctx context.Context, p Promotion) (Promotion, error) {
	viewer, _ := identity.From(ctx)
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if p.ID.IsZero() {
			if err := s.accounts.Require(tx, p.Account); err != nil {
				return err
			}
		}
		if err := p.tidy(); err != nil {
			return err
		}
		c, err := s.config(tx)
		if err != nil {
			return err
		}
		if p.ID.IsZero() {
			return s.open(tx, c, &p, viewer.ID)
		}
		was, err := find(tx, p.ID)
		if err != nil {
			return err
		}
		if was.State != Planned {
			return kernel.Refused("promotion.other_state")
		}
		p.Account, p.State, p.By, p.Made = was.Account, was.State, was.By, was.Made
		if err := p.Check(c); err != nil {
			return err
		}
		if err := write(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "promotion.changed", "promotion", p.ID, was, p)
	})
	return p, err
}

func (s *Service) open(tx *db.Tx, c promotion.Config, p *Promotion, by kernel.ID) error {
	if err := s.accounts.Require(tx, p.Account); err != nil {
		return err
	}
	p.ID, p.State, p.By, p.Made, p.Version = kernel.NewID(), Planned, by, s.today(), 1
	if err := p.Check(c); err != nil {
		return err
	}
	if err := add(tx, *p); err != nil {
		return err
	}
	return audit.Changed(tx, "promotion.planned", "promotion", p.ID, nil, *p)
}

// Turn cancels a promotion, or writes down what was learned once it has ended.
func (s *Service) Turn(ctx context.Context, id kernel.ID, version int64, becomes, lesson string) error {
	lesson = strings.TrimSpace(lesson)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		was, err := find(tx, id)
		switch n := len([]rune(lesson)); {
		case err != nil:
			return err
		case was.State != Planned:
			return kernel.Refused("promotion.other_state")
		case becomes == Evaluated && was.Until.Compare(s.today()) >= 0:
			return kernel.Refused("promotion.still_runs")
		case n < 5 || n > longestText:
			return kernel.Invalid("promotion.no_lesson", "max", longestText).In("lesson")
		}
		p := was
		p.State, p.Lesson, p.Version = becomes, lesson, version
		if err := write(tx, p); err != nil {
			return err
		}
		return audit.Changed(tx, "promotion."+becomes, "promotion", id, was, p)
	})
}

// mostRows are shown of a calendar.
const mostRows = 500

// Calendar are the promotions in sight that run within some days.
func (s *Service) Calendar(ctx context.Context, account kernel.ID, from, until kernel.Date) (c Calendar, err error) {
	c.From, c.Until = from, until
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		cfg, err := s.config(tx)
		if err != nil {
			return err
		}
		c.Methods = cfg.Methods
		if c.Currency, err = s.ledger.Currency(tx); err != nil {
			return err
		}
		c.Rows, err = running(tx, account, from, until, mostRows+1)
		return err
	})
	if c.More = len(c.Rows) > mostRows; c.More {
		c.Rows = c.Rows[:mostRows]
	}
	collide(c.Rows)
	return c, err
}

// Promoted refuses what is spent for a promotion of another customer.
func (s *Service) Promoted(tx *db.Tx, id, account kernel.ID) error {
	p, err := find(tx, id)
	if err != nil {
		return err
	}
	if p.Account != account || p.State == Cancelled {
		return kernel.Invalid("promotion.not_his").In("promotion")
	}
	return nil
}

// Exported are the columns of exported promotions, as text keys.
var Exported = []string{"promotion.code", "promotion.account", "promotion.title", "promotion.from", "promotion.until", "promotion.products", "promotion.place",
	"promotion.audience", "promotion.amount", "promotion.ways", "promotion.baseline", "promotion.expected", "promotion.state", "promotion.background", "promotion.lesson", "promotion.ours"}

// Export are all promotions in sight as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	var rows [][]any
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		all, err := running(tx, kernel.ID{}, kernel.On(2000, 1, 1), kernel.On(2200, 1, 1), 1<<20)
		for _, p := range all {
			rows = append(rows, []any{p.Code, p.Whom, p.Name, p.From, p.Until, strings.Join(p.Products, ", "), p.Place, p.Audience, export.Amount(p.Amount),
				strings.Join(p.Ways, ", "), export.Amount(p.Baseline), export.Amount(p.Expected), say(p.stateKey()), p.Background, p.Lesson, p.Ours})
		}
		return err
	})
	return slices.Values(rows), err
}

// Population is of how many promotions a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = count(tx)
		return err
	})
	return n, err
}
