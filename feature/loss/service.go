package loss

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"erba/analysis/loss"
	"erba/analysis/null"
	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/export"
	"erba/platform/identity"
)

// Service keeps what was decided about accounts on which we lose.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	portfolio *portfolio.Service
	methods   *method.Service
	today     func() kernel.Date
}

// NewService returns the service of loss-making accounts.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, p *portfolio.Service, methods *method.Service) *Service {
	account.Keep(events, belongings)
	return &Service{d, accounts, p, methods, kernel.Today}
}

// book is what rows are made with.
type book struct {
	*portfolio.Facts
	config  loss.Config
	version int64
	past    map[kernel.ID][]Decision
	today   kernel.Date
}

// open reads it: the accounts of which the viewer is told margins, and what was
// decided about them, or about one.
func (s *Service) open(ctx context.Context, one kernel.ID) (b *book, err error) {
	b = &book{past: map[kernel.ID][]Decision{}, today: s.today()}
	if b.Facts, err = s.portfolio.Margins(ctx); err != nil {
		return nil, err
	}
	return b, s.db.Read(ctx, func(tx *db.Tx) error {
		if b.config, b.version, err = method.Setting[loss.Config](s.methods, tx, "M93"); err != nil {
			return err
		}
		all, err := decisions(tx, one)
		for _, d := range all {
			b.past[d.Account] = append(b.past[d.Account], d)
		}
		return err
	})
}

// promising are the types of the two values with a high potential (method M16).
var promising = map[string]bool{"III": true, "IV": true}

// caseOf is what is known of the account of a row.
func (b *book) caseOf(row int32, life portfolio.Life) loss.Case {
	one := loss.Case{Contribution: b.Contribution(row), Promising: promising[b.Word("quadrant", row)], VIP: b.Word("grid", row) == portfolio.VIP}
	if one.Age = null.None; !life.First.IsZero() {
		one.Age = null.Of(months(life.First, b.Ask.AsOf))
	}
	return one
}

func (b *book) row(row int32) Row {
	life, a := b.Life(row), b.Account(row)
	one := b.caseOf(row, life)
	class := b.config.Class(one)
	r := Row{ID: a.ID, Code: a.Code, Name: a.Name, Owner: a.Owner, Sales: int64(life.YearSales), Gross: minor(life.YearGross),
		Contribution: minor(one.Contribution), Age: told(one.Age), Class: class, Handling: loss.Handling(class)}
	r.decide(&b.config, one, b.past[a.ID], b.today)
	return r
}

// explain says why rows are what they are: those that are shown, which are few.
func (b *book) explain(shown []Row) {
	for i := range shown {
		row := b.Facts.Row(shown[i].ID)
		shown[i].Why = b.config.Explain(b.caseOf(row, b.Life(row)))
	}
}

// rows are all accounts in sight on which we lose, the worst first.
func (b *book) rows() (all []Row, unknown int) {
	for row := range int32(b.Len()) {
		if !b.Sees(row) {
			continue
		}
		switch c := b.Contribution(row); {
		case c < 0:
			all = append(all, b.row(row))
		case !c.Known() && b.Life(row).YearSales != 0:
			unknown++
		}
	}
	slices.SortStableFunc(all, func(x, y Row) int { return cmp.Compare(*x.Contribution, *y.Contribution) })
	return all, unknown
}

// List is a page of the accounts on which we lose.
func (s *Service) List(ctx context.Context, w Which) (Losses, error) {
	b, err := s.open(ctx, kernel.ID{})
	if err != nil {
		return Losses{}, err
	}
	all, unknown := b.rows()
	l := Losses{AsOf: b.Ask.AsOf, Scope: b.Scope(), Currency: b.Currency, Config: b.version, Unknown: unknown, Parts: parts(all), Rows: []Row{}}
	all = slices.DeleteFunc(all, func(r Row) bool { return !w.takes(&r) })
	from := min(w.From, len(all))
	to := min(from+w.Limit, len(all))
	if l.Rows = append(l.Rows, all[from:to]...); to < len(all) {
		l.Next = to
	}
	b.explain(l.Rows)
	return l, nil
}

// Sheet is what there is to say about an account.
func (s *Service) Sheet(ctx context.Context, id kernel.ID) (sheet Sheet, err error) {
	b, err := s.open(ctx, id)
	if err != nil {
		return sheet, err
	}
	row := b.Facts.Row(id)
	if row < 0 || !b.Sees(row) {
		return sheet, kernel.Missing("db.missing")
	}
	one := []Row{b.row(row)}
	b.explain(one)
	sheet = Sheet{AsOf: b.Ask.AsOf, Currency: b.Currency, Row: one[0], Past: append([]Decision{}, b.past[id]...)}
	return sheet, s.db.Read(ctx, func(tx *db.Tx) error {
		sheet.May = s.accounts.Require(identity.As(tx, "loss:decide"), id) == nil
		return nil
	})
}

// Decide notes what becomes of an account on which we lose.
func (s *Service) Decide(ctx context.Context, id kernel.ID, d Decision) (Decision, error) {
	d.join()
	if err := d.Check(); err != nil {
		return d, err
	}
	b, err := s.open(ctx, id)
	if err != nil {
		return d, err
	}
	row := b.Facts.Row(id)
	if row < 0 || !b.Sees(row) {
		return d, kernel.Missing("db.missing")
	}
	now := b.row(row)
	if now.Handling == "" {
		return d, kernel.Refused("loss.not_losing")
	}
	viewer, _ := identity.From(ctx)
	d.ID, d.Account, d.Class, d.Contribution = kernel.NewID(), id, now.Class, *now.Contribution
	d.ByID, d.By, d.On = viewer.ID, cmp.Or(viewer.Name, viewer.Login), s.today()
	d.split()
	return d, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, id); err != nil {
			return err
		}
		if err := add(tx, d); err != nil {
			return err
		}
		return audit.Note(tx, "loss.decided", "account", id, d)
	})
}

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"loss.code", "loss.account", "loss.sales", "loss.gross", "loss.contribution", "loss.age", "loss.class", "loss.recommended",
	"loss.decision", "loss.reason", "loss.by", "loss.on"}

// Export is the list as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	b, err := s.open(ctx, kernel.ID{})
	if err != nil {
		return nil, err
	}
	all, _ := b.rows()
	return func(yield func([]any) bool) {
		for i := range all {
			if w.takes(&all[i]) && !yield(all[i].cells(say)) {
				return
			}
		}
	}, nil
}

func (r *Row) cells(say func(key string) string) []any {
	var gross, age any
	if r.Gross != nil {
		gross = export.Amount(*r.Gross)
	}
	if r.Age != nil {
		age = int64(*r.Age)
	}
	class := "loss." + r.Class
	cells := []any{r.Code, r.Name, export.Amount(r.Sales), gross, export.Amount(*r.Contribution), age, say(class), say(handled(r.Handling))}
	if d := r.Decision; d != nil {
		return append(cells, say(handled(d.Handling)), d.Reason, d.By, d.On)
	}
	return append(cells, nil, nil, nil, nil)
}

// handled is the text key of a handling.
func handled(handling string) string { return "loss.handling_" + handling }
