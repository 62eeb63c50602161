package terms

import (
	"context"
	"errors"
	"io"
	"slices"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/sheet"
)

const mostRows = 20_000 // of one file

// Imported is what became of a file: all of it is taken, or nothing.
type Imported struct {
	Taken int          `json:"taken" doc:"New agreements"`
	Same  int          `json:"same"  doc:"That were so already"`
	Wrong sheet.Wrongs `json:"wrong" doc:"The first hundred rows that are wrong; then nothing was taken"`
}

// Import takes terms in the shape of exported ones: all of the file or, if a row is
// wrong, nothing. What is agreed already is left as it is.
func (s *Service) Import(ctx context.Context, body io.Reader, try bool, says sheet.Says) (Imported, error) {
	done := Imported{Wrong: sheet.Wrongs{}}
	file, err := sheet.Bring(body, "terms", least, min(identity.Brings(ctx), mostRows))
	if err != nil {
		return done, err
	}
	err = s.db.Trial(ctx, func(tx *db.Tx) (bool, error) {
		for row, err := range file.Rows() {
			if err != nil {
				return false, err
			}
			if err := done.Wrong.Note(row.Number, row.Cells[0], s.take(tx, row.Cells, &done), says); err != nil {
				return false, err
			}
		}
		return !try && len(done.Wrong) == 0, nil
	})
	return done, errors.Join(err, file.Close())
}

// take writes a row down unless it is agreed already.
func (s *Service) take(tx *db.Tx, cells []string, done *Imported) error {
	a, err := agreementOf(cells)
	if err != nil {
		return err
	}
	found, err := s.accounts.Resolve(tx, []account.Ref{{Code: cells[0]}})
	if err != nil {
		return err
	}
	if cells[0] == "" || len(found) == 0 || found[0].IsZero() {
		return kernel.Invalid("terms.no_account", "code", cells[0])
	}
	a.Account = found[0]
	there, err := agreements(tx, a.Account)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(there, a.same) {
		done.Same++
		return nil
	}
	if _, err := s.agree(tx, a); err != nil {
		return err
	}
	done.Taken++
	return nil
}
