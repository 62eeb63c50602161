package vault

import (
	"context"
	"errors"
	"os"

	"erba/kernel"
	"erba/platform/db"
)

// batch is how many values one transaction seals anew: other writers wait for it.
const batch = 100

// Resealed is what Reseal did.
type Resealed struct {
	Done int64 `json:"done"`
	Lost int64 `json:"lost"` // sealed with a key that nobody has any more
}

// Reseal seals with the active key what older keys have sealed. It can be
// stopped anywhere: what it has not reached still opens, and the next call goes on.
func (v *Vault) Reseal(ctx context.Context, progress func(done, total int64)) (r Resealed, err error) {
	k, ok := v.active()
	if !ok {
		return r, errLost()
	}
	total, err := v.Waiting(ctx)
	if err != nil {
		return r, err
	}
	for _, c := range v.columns {
		for after := (kernel.ID{}); err == nil; {
			var n int
			if n, after, err = v.resealSome(ctx, c, k, after, &r); n == 0 {
				break
			}
			progress(r.Done+r.Lost, total)
		}
	}
	return r, err
}

// resealSome takes one transaction and returns how many values it looked at.
func (v *Vault) resealSome(ctx context.Context, c Column, k key, after kernel.ID, r *Resealed) (n int, last kernel.ID, err error) {
	if err := ctx.Err(); err != nil {
		return 0, after, err
	}
	last = after
	err = v.db.Write(ctx, func(tx *db.Tx) error {
		values, err := older(tx, c, k.ID, after, batch)
		if n = len(values); err != nil || n == 0 {
			return err
		}
		for _, one := range values {
			if err := v.resealOne(tx, c, one, r); err != nil {
				return err
			}
			last = one.ID
		}
		return nil
	})
	return n, last, err
}

func (v *Vault) resealOne(tx *db.Tx, c Column, one value, r *Resealed) error {
	at := Place{c.Table, c.Name, one.ID}
	plain, err := v.Open(at, one.Sealed)
	if _, fault := errors.AsType[*kernel.Fault](err); fault {
		r.Lost++
		return nil
	}
	sealed, err := v.Seal(at, plain)
	if err != nil {
		return err
	}
	r.Done++
	return swap(tx, c, one.ID, one.Sealed, sealed)
}

// Waiting is how many values older keys have sealed.
func (v *Vault) Waiting(ctx context.Context) (n int64, err error) {
	k, ok := v.active()
	if !ok {
		return 0, errLost()
	}
	err = v.db.Read(ctx, func(tx *db.Tx) error {
		for _, c := range v.columns {
			some, err := count(tx, c, k.ID)
			if err != nil {
				return err
			}
			n += some
		}
		return nil
	})
	return n, err
}

// Check is the doctor's: the keys are there, for nobody else's eyes, and every
// value is sealed with the active one.
func (v *Vault) Check(ctx context.Context) error {
	v.mu.Lock()
	lost := v.lost
	v.mu.Unlock()
	if lost != nil {
		return kernel.Refused("vault.no_keys", "file", v.path)
	}
	if info, err := os.Stat(v.path); err == nil && info.Mode().Perm()&0o077 != 0 {
		return kernel.Refused("vault.open_file", "file", v.path)
	}
	if n, err := v.Waiting(ctx); err != nil || n == 0 {
		return err
	} else {
		return kernel.Refused("vault.waiting", "n", n)
	}
}
