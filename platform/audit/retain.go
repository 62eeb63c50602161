package audit

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// Retention says for how many months what was seen and who came is kept. What
// was written is kept as long as what it is about.
type Retention struct {
	Security int   `json:"security" db:"security" minimum:"6"  maximum:"120" doc:"Months that sign-ins and refusals are kept"`
	Access   int   `json:"access"   db:"access"   minimum:"36" maximum:"240" doc:"Months that accesses to personal data are kept"`
	Version  int64 `json:"-"        db:"version"`
}

// The least that the law asks for: network logs six months, the record of how
// personal information was handled three years.
const (
	leastSecurity = 6
	leastAccess   = 36
)

// Revision is the version that a change must name to replace it.
func (r Retention) Revision() int64 { return r.Version }

// Check refuses to forget sooner than the law allows.
func (r Retention) Check() error {
	if r.Security < leastSecurity || r.Access < leastAccess {
		return kernel.Invalid("audit.too_short", "security", leastSecurity, "access", leastAccess)
	}
	return nil
}

// Kept is the retention that holds.
func Kept(tx *db.Tx) (Retention, error) { return retention(tx) }

// Keep puts another retention in place of the version that its author has seen.
func Keep(tx *db.Tx, r Retention) error {
	if err := r.Check(); err != nil {
		return err
	}
	old, err := retention(tx)
	if err != nil {
		return err
	}
	if err := retain(tx, r); err != nil {
		return err
	}
	return Changed(tx, "audit.retention_set", "audit", kernel.ID{}, old, r)
}

const (
	cut       = "audit.cut"       // entries taken away by retention
	forgotten = "audit.forgotten" // entries emptied on a person's request
	slice     = 2000              // entries cut in one transaction
)

// cutting is what the chain remembers of a cut: where the log now begins.
type cutting struct {
	Link
	Rows  int64 `json:"rows"`
	Older int64 `json:"older" doc:"Than this instant"`
}

// Cut takes away what retention does not keep at an instant, and returns how
// many entries that were. In their place stays where the chain goes on, named
// by an entry that is sealed with it.
func Cut(ctx context.Context, d *db.DB, now time.Time) (total int64, err error) {
	var r Retention
	err = d.Read(ctx, func(tx *db.Tx) error {
		r, err = retention(tx)
		return err
	})
	for log, months := range map[string]int{Security: r.Security, Access: r.Access} {
		for n := int64(slice); err == nil && n == slice; total += n {
			err = d.Write(ctx, func(tx *db.Tx) error {
				n, err = cutOne(tx, log, now.AddDate(0, -months, 0).UnixMicro())
				return err
			})
		}
	}
	return total, err
}

// cutOne cuts a slice of a log. What does not hold is not cut: it would hide that.
func cutOne(tx *db.Tx, log string, older int64) (int64, error) {
	if err := tx.Alone(turn); err != nil {
		return 0, err
	}
	to, err := before(tx, log, older)
	if err != nil {
		return 0, err
	}
	c, err := begun(tx, log)
	if err != nil || to <= c.CutSeq {
		return 0, err
	}
	entries, err := page(tx, log, c.CutSeq, int(min(to-c.CutSeq, slice)))
	if err != nil {
		return 0, err
	}
	v := verifier{forgotten: map[thing]kernel.ID{}, cuts: map[Link]bool{}}
	for _, e := range entries {
		if !v.holds(Link{log, c.CutSeq, c.CutHash}, e) {
			return 0, broken(log, c.CutSeq+1)
		}
		c.CutSeq, c.CutHash = e.Seq, e.Hash
	}
	n, err := drop(tx, c)
	if err != nil {
		return 0, err
	}
	if err := Note(tx, cut, "audit", kernel.ID{}, cutting{Link{log, c.CutSeq, c.CutHash}, n, older}); err != nil {
		return 0, err
	}
	_, err = seal(tx)
	return n, err
}

func begun(tx *db.Tx, log string) (chain, error) {
	return db.Find[chain](tx, `SELECT log, seq, hash, cut_seq, cut_hash FROM audit_chains WHERE log = ?`, log)
}

// Forget empties every entry about an object, such as a person who has the
// right to it. The chain still holds: it was made over digests, and remembers
// that this was done, by whom and when.
func Forget(tx *db.Tx, object string, id kernel.ID) error {
	n, err := blank(tx, object, id)
	if err != nil || n == 0 {
		return err
	}
	return note(tx, Business, forgotten, object, id, map[string]int64{"entries": n})
}
