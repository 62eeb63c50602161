package latent

import (
	"erba/kernel"
	"erba/platform/db"
)

// The statements of this file are about what all accounts tell together, which is
// no account's; every statement says that it is shared.

const stateColumns = `revision, target, after, version, as_of, orders, config, setting, mined_at`

func findState(tx *db.Tx) (State, error) {
	return db.Find[State](tx, `SELECT `+stateColumns+` FROM latent_state WHERE ?`, tx.Shared())
}

// advance notes how far the ledger has been read.
func advance(tx *db.Tx, s State) error {
	_, err := tx.Exec(`UPDATE latent_state SET revision = ?, target = ?, after = ? WHERE ?`, s.Revision, s.Target, s.After, tx.Shared())
	return err
}

// conclude notes what was found; the version that was read must still be there.
func conclude(tx *db.Tx, s State) error {
	return tx.Replace(`UPDATE latent_state SET version = version + 1, as_of = ?, orders = ?, config = ?, setting = ?, mined_at = ?
		WHERE version = ? AND ?`, s.AsOf, s.Orders, s.Config, s.Setting, s.MinedAt, s.Version, tx.Shared())
}

// numbered is a product by its number.
type numbered struct {
	Number int32  `db:"number"`
	Code   string `db:"code"`
}

func products(tx *db.Tx) ([]numbered, error) {
	return db.List[numbered](tx, `SELECT p.number, p.code FROM latent_products p WHERE ? ORDER BY p.number`, tx.Shared())
}

func addProducts(tx *db.Tx, all []numbered) error { return db.Insert(tx, "latent_products", all...) }

func segments(tx *db.Tx) ([]segment, error) {
	return db.List[segment](tx, `SELECT s.number, s.industry, s.size FROM latent_segments s WHERE ? ORDER BY s.number`, tx.Shared())
}

func addSegments(tx *db.Tx, all []segment) error { return db.Insert(tx, "latent_segments", all...) }

// together is a pair as it is kept.
type together struct {
	One      int32 `db:"one"`
	Other    int32 `db:"other"`
	Together int64 `db:"together"`
	OfOne    int64 `db:"of_one"`
	OfOther  int64 `db:"of_other"`
}

func pairs(tx *db.Tx) ([]together, error) {
	return db.List[together](tx, `SELECT p.one, p.other, p.together, p.of_one, p.of_other FROM latent_pairs p WHERE ? ORDER BY p.one, p.other`, tx.Shared())
}

func replacePairs(tx *db.Tx, all []together) error {
	if _, err := tx.Exec(`DELETE FROM latent_pairs WHERE ?`, tx.Shared()); err != nil {
		return err
	}
	return db.Insert(tx, "latent_pairs", all...)
}

// usual is a norm as it is kept.
type usual struct {
	Segment  int32 `db:"segment"`
	Product  int32 `db:"product"`
	Buyers   int   `db:"buyers"`
	Accounts int   `db:"accounts"`
	Median   int64 `db:"median"`
}

func norms(tx *db.Tx) ([]usual, error) {
	return db.List[usual](tx, `SELECT n.segment, n.product, n.buyers, n.accounts, n.median FROM latent_norms n WHERE ? ORDER BY n.segment, n.product`, tx.Shared())
}

func replaceNorms(tx *db.Tx, all []usual) error {
	if _, err := tx.Exec(`DELETE FROM latent_norms WHERE ?`, tx.Shared()); err != nil {
		return err
	}
	return db.Insert(tx, "latent_norms", all...)
}

// who is an account of which something is kept.
type who struct {
	Account kernel.ID
	Segment int32
	History []byte
	Found   []byte
}
