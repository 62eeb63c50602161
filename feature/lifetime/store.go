package lifetime

import (
	"erba/kernel"
	"erba/platform/db"
)

// fitted is a fit as it is kept. It belongs to no account.
type fitted struct {
	Basis    Basis       `db:"basis"`
	ID       kernel.ID   `db:"id"`
	AsOf     kernel.Date `db:"as_of"`
	Revision int64       `db:"revision"`
	Config   int64       `db:"config"`
	At       int64       `db:"fitted_at"`
	Raw      string      `db:"fit"`
}

// fits are those that were worked out last, at most one for each basis.
func fits(tx *db.Tx, b Basis) ([]fitted, error) {
	return db.List[fitted](tx, `SELECT f.basis, f.id, f.as_of, f.revision, f.config, f.fitted_at, f.fit FROM lifetime_fits f
		WHERE f.basis = ? AND ?`, b, tx.Shared())
}

func keep(tx *db.Tx, f fitted) error {
	_, err := tx.Exec(`INSERT INTO lifetime_fits (basis, id, as_of, revision, config, fitted_at, fit) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (basis) DO UPDATE SET id = excluded.id, as_of = excluded.as_of, revision = excluded.revision, config = excluded.config,
			fitted_at = excluded.fitted_at, fit = excluded.fit WHERE ?`,
		f.Basis, f.ID, f.AsOf, f.Revision, f.Config, f.At, f.Raw, tx.Shared())
	return err
}
