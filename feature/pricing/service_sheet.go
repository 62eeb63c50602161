package pricing

import (
	"context"
	"errors"
	"io"
	"iter"
	"slices"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/sheet"
)

const (
	everything = 1 << 30 // more prices than there are
	mostRows   = 20_000  // of one file
)

// gathered reads rows within one transaction and hands them over.
func (s *Service) gathered(ctx context.Context, read func(tx *db.Tx) ([][]any, error)) (iter.Seq[[]any], error) {
	var rows [][]any
	err := s.db.Snapshot(ctx, func(tx *db.Tx) (err error) {
		rows, err = read(tx)
		return err
	})
	return slices.Values(rows), err
}

// ExportList is a list as rows under ListColumns.
func (s *Service) ExportList(ctx context.Context, id kernel.ID) (iter.Seq[[]any], error) {
	return s.gathered(ctx, func(tx *db.Tx) (rows [][]any, err error) {
		if _, err := findList(tx, id); err != nil {
			return nil, err
		}
		all, err := entries(tx, id, "", "", everything)
		for _, e := range all {
			rows = append(rows, []any{e.Code, e.Name, e.Unit, e.Listed})
		}
		return rows, err
	})
}

// ExportFrameworks are agreed prices as rows under FrameworkColumns.
func (s *Service) ExportFrameworks(ctx context.Context, w Agreed, say func(string) string) (iter.Seq[[]any], error) {
	return s.gathered(ctx, func(tx *db.Tx) (rows [][]any, err error) {
		cfg, err := s.config(tx)
		if err != nil {
			return nil, err
		}
		all, err := agreements(tx, w.cond(s.today(), cfg.Warn), everything)
		for _, a := range all {
			a.State = a.state(s.today(), cfg.Warn)
			rows = append(rows, []any{a.Code, a.Customer, a.Item, a.Name, a.Agreed, a.From, a.Until, a.Basis, say(a.stateKey())})
		}
		return rows, err
	})
}

// ExportFloors are floors as rows under FloorColumns.
func (s *Service) ExportFloors(ctx context.Context) (iter.Seq[[]any], error) {
	return s.gathered(ctx, func(tx *db.Tx) (rows [][]any, err error) {
		all, err := floors(tx, "")
		for _, f := range all {
			rows = append(rows, []any{f.Code, f.Name, f.From, maybe(f.Floor), maybe(f.Unit)})
		}
		return rows, err
	})
}

// ExportSpecials are special prices as rows under SpecialColumns: without floor and
// cost, whoever takes them along.
func (s *Service) ExportSpecials(ctx context.Context, w Asked, say func(string) string) (iter.Seq[[]any], error) {
	return s.gathered(ctx, func(tx *db.Tx) (rows [][]any, err error) {
		all, err := requests(tx, w, everything)
		for _, r := range all {
			rows = append(rows, []any{r.DealName, r.DealCode, r.Customer, r.Item, r.Name, r.Quantity, r.Wanted, maybe(r.Known), r.From, r.Until, r.Reason,
				say(r.stateKey()), r.Asker, r.Made})
		}
		return rows, err
	})
}

// maybe is a number that may be missing.
func maybe(d *kernel.Decimal) any {
	if d == nil {
		return ""
	}
	return *d
}

// of says of how many prices a list is a part.
func (s *Service) of(count func(*db.Tx) (int64, error)) func(context.Context) (int64, error) {
	return func(ctx context.Context) (n int64, err error) {
		err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
			n, err = count(tx)
			return err
		})
		return n, err
	}
}

// intake is a file on its way in.
type intake struct {
	*Service
	tx    *db.Tx
	says  sheet.Says
	known map[string]kernel.ID // products by their codes
	done  Imported
}

// Imported is what became of a file: all of it is taken, or nothing.
type Imported struct {
	Taken   int          `json:"taken"   doc:"New prices"`
	Updated int          `json:"updated" doc:"That were others before"`
	Same    int          `json:"same"    doc:"That were so already"`
	Wrong   sheet.Wrongs `json:"wrong"   doc:"The first hundred rows that are wrong; then nothing was taken"`
}

// bring takes a file: all of it or, if a row is wrong, nothing.
func (s *Service) bring(ctx context.Context, body io.Reader, columns int, try bool, says sheet.Says,
	begin func(in *intake) error, product int, take func(in *intake, product kernel.ID, cells []string) error) (Imported, error) {
	in := &intake{Service: s, says: says, known: map[string]kernel.ID{}, done: Imported{Wrong: sheet.Wrongs{}}}
	file, err := sheet.Bring(body, "prices", columns, min(identity.Brings(ctx), mostRows))
	if err != nil {
		return in.done, err
	}
	err = s.db.Trial(ctx, func(tx *db.Tx) (bool, error) {
		in.tx = tx
		if err := begin(in); err != nil {
			return false, err
		}
		if err := in.rows(file, product, take); err != nil || try || len(in.done.Wrong) > 0 {
			return false, err
		}
		return true, audit.Note(tx, "pricing.imported", "pricing", kernel.ID{}, map[string]int{"taken": in.done.Taken, "updated": in.done.Updated})
	})
	return in.done, errors.Join(err, file.Close())
}

// rows takes the rows of a file one by one; what is wrong is noted.
func (in *intake) rows(file *sheet.List, product int, take func(*intake, kernel.ID, []string) error) error {
	for row, err := range file.Rows() {
		if err != nil {
			return err
		}
		code := cell(row.Cells, product)
		id, err := in.product(code)
		if err == nil {
			err = take(in, id, row.Cells)
		}
		if err := in.done.Wrong.Note(row.Number, code, err, in.says); err != nil {
			return err
		}
	}
	return nil
}

func (in *intake) product(code string) (kernel.ID, error) {
	if id, known := in.known[code]; known {
		return id, nil
	}
	found, err := in.Products.ByCode(in.tx, []string{code})
	if err != nil {
		return kernel.ID{}, err
	}
	p, known := found[code]
	if !known {
		return kernel.ID{}, kernel.Invalid("pricing.no_product", "code", code)
	}
	in.known[code] = p.ID
	return p.ID, nil
}

// ImportList takes the prices of a list. Of products that the file does not name the
// list keeps what it says.
func (s *Service) ImportList(ctx context.Context, id kernel.ID, body io.Reader, try bool, says sheet.Says) (Imported, error) {
	was := map[kernel.ID]kernel.Decimal{}
	begin := func(in *intake) error {
		l, err := findList(in.tx, id)
		if err != nil {
			return err
		}
		if err := touch(in.tx, id, l.Version); err != nil {
			return err
		}
		all, err := entries(in.tx, id, "", "", everything)
		for _, e := range all {
			was[e.Product] = e.Listed
		}
		return err
	}
	return s.bring(ctx, body, len(ListColumns), try, says, begin, 0, func(in *intake, product kernel.ID, cells []string) error {
		listed, err := decimal(cells, 3)
		if err != nil {
			return err
		}
		old, there := was[product]
		switch {
		case there && old == listed:
			in.done.Same++
			return nil
		case there:
			in.done.Updated++
		default:
			in.done.Taken++
		}
		was[product] = listed
		return in.put(in.tx, id, product, listed)
	})
}

// ImportFrameworks takes agreed prices. One that is there already, for the customer,
// the product and the same days, is left as it is.
func (s *Service) ImportFrameworks(ctx context.Context, body io.Reader, try bool, says sheet.Says) (Imported, error) {
	begin := func(*intake) error { return nil }
	return s.bring(ctx, body, len(FrameworkColumns)-1, try, says, begin, 2, func(in *intake, product kernel.ID, cells []string) error {
		f, err := termsOf(cells)
		if err != nil {
			return err
		}
		code := cell(cells, 0)
		found, err := in.Accounts.Resolve(in.tx, []account.Ref{{Code: code}})
		if err != nil {
			return err
		}
		if len(found) == 0 || found[0].IsZero() {
			return kernel.Invalid("pricing.no_account", "code", code)
		}
		f.Account, f.Product = found[0], product
		there, err := frameworks(in.tx, f.Account, f.Product, f.From, f.Until)
		if err != nil {
			return err
		}
		if len(there) == 1 && there[0].From == f.From && there[0].Until == f.Until && there[0].Agreed == f.Agreed {
			in.done.Same++
			return nil
		}
		in.done.Taken++
		_, err = in.agree(in.tx, f)
		return err
	})
}
