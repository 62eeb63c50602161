package portfolio

import (
	"context"
	"errors"
	"io"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/sheet"
)

// mostWrong is of how many rows it is said what is wrong.
const mostWrong = 100

// Fill takes the estimates of a list that somebody has filled in: all of them or,
// if a row is wrong, none.
func (s *Service) Fill(ctx context.Context, body io.Reader) (f Filled, err error) {
	most := identity.Brings(ctx)
	if most == 0 {
		return f, kernel.Denied("portfolio.no_lists")
	}
	v, err := s.view(ctx, Ask{}, Filter{})
	if err != nil {
		return f, err
	}
	file, err := sheet.Bring(body, "portfolio-estimates", sheetColumns, identity.Any) // what is left blank brings nothing
	if err != nil {
		return f, err
	}
	all, err := v.filled(file, most, &f)
	if err = errors.Join(err, file.Close()); err != nil || len(f.Wrong) > 0 || len(all) == 0 {
		return f, err
	}
	f.Taken = len(all)
	return f, s.db.Write(ctx, func(tx *db.Tx) error { return s.Import(tx, all) })
}

// filled reads the rows; an account out of sight is none.
func (v *View) filled(file *sheet.List, most int64, f *Filled) (all []Estimate, err error) {
	accounts, seen := v.byCode(), map[of]bool{}
	f.Wrong = []Wrong{}
	for row, err := range file.Rows() {
		if err != nil {
			return nil, err
		}
		e, code, filled, err := fill(row.Cells, kernel.Today())
		if !filled {
			f.Blank++
			continue
		}
		if int64(len(all)) >= most {
			return nil, kernel.Refused("portfolio.too_many_rows", "max", most)
		}
		id, known := accounts[code]
		if e.Account = id; err == nil && !known {
			err = kernel.Missing("portfolio.no_such_code")
		}
		if what := (of{id, e.Kind}); err == nil && seen[what] {
			err = kernel.Invalid("portfolio.said_twice")
		} else {
			seen[what] = true
		}
		if err != nil {
			f.wrong(row.Number, code, err)
			continue
		}
		all = append(all, e)
	}
	return all, nil
}

func (f *Filled) wrong(row int, code string, err error) {
	fault, ok := errors.AsType[*kernel.Fault](err)
	if ok && len(f.Wrong) < mostWrong {
		f.Wrong = append(f.Wrong, Wrong{row, code, fault.Key, fault.Args})
	}
}

// byCode are the accounts under the mask.
func (v *View) byCode() map[string]kernel.ID {
	all := map[string]kernel.ID{}
	v.each(func(row int32) {
		a := v.Account(row)
		all[a.Code] = a.ID
	})
	return all
}
