package fee

import (
	"context"
	"errors"
	"io"

	"erba/analysis/fee"
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/sheet"
)

// Imported is what became of a file: all of it is taken, or nothing.
type Imported struct {
	Taken int          `json:"taken" doc:"New bookings"`
	Same  int          `json:"same"  doc:"That were there already"`
	Wrong sheet.Wrongs `json:"wrong" doc:"The first hundred rows that are wrong; then nothing was taken"`
}

// Import books what a file says was paid, in the shape of exported bookings: all of
// it or, if a row is wrong, nothing. What is booked already is left as it is.
func (s *Service) Import(ctx context.Context, body io.Reader, try bool, says sheet.Says) (Imported, error) {
	done := Imported{Wrong: sheet.Wrongs{}}
	file, err := sheet.Bring(body, "fees", least, min(identity.Brings(ctx), mostRows))
	if err != nil {
		return done, err
	}
	err = s.db.Trial(ctx, func(tx *db.Tx) (bool, error) {
		c, err := s.Config(tx)
		if err != nil {
			return false, err
		}
		for row, err := range file.Rows() {
			if err != nil {
				return false, err
			}
			if err := done.Wrong.Note(row.Number, row.Cells[0], s.take(tx, c, row.Cells, &done), says); err != nil {
				return false, err
			}
		}
		return !try && len(done.Wrong) == 0, nil
	})
	return done, errors.Join(err, file.Close())
}

// take books a row unless it is booked already.
func (s *Service) take(tx *db.Tx, c fee.Config, cells []string, done *Imported) error {
	b, err := bookingOf(cells)
	if err != nil {
		return err
	}
	found, err := s.accounts.Resolve(tx, []account.Ref{{Code: cells[0]}})
	if err != nil {
		return err
	}
	if cells[0] == "" || len(found) == 0 || found[0].IsZero() {
		return kernel.Invalid("fee.no_account", "code", cells[0])
	}
	if b.Account = found[0]; b.Fee.IsZero() {
		if _, known := c.Find(b.Type); !known {
			return kernel.Invalid("fee.no_type")
		}
	} else {
		r, err := find(tx, b.Fee)
		if err != nil {
			return err
		}
		b.Type = r.Type
	}
	added, err := s.book(tx, &b)
	if err != nil {
		return err
	}
	if added {
		done.Taken++
	} else {
		done.Same++
	}
	return nil
}
