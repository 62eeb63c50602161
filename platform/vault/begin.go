package vault

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

var errMissing = errors.New("the key file lacks keys of this database")

// begin reads the file and compares it with the keys that the database knows.
// Only a database that never had a key gets a new file.
func (v *Vault) begin(ctx context.Context) error {
	if v.path == "" {
		return errMissing
	}
	return v.db.Write(ctx, func(tx *db.Tx) error {
		known, err := known(tx)
		if err != nil {
			return err
		}
		switch v.ring, err = load(v.path); {
		case errors.Is(err, fs.ErrNotExist) && len(known) == 0:
			if v.ring, err = newRing(); err == nil {
				err = v.ring.save(v.path)
			}
		case err == nil && !v.ring.opens(known):
			err = errMissing
		}
		if err != nil {
			return err
		}
		v.stamp = stampOf(v.path)
		return remember(tx, v.ring, known)
	})
}

// opens reports whether the ring holds every key that the database knows.
func (r ring) opens(known []name) bool {
	for _, n := range known {
		if k, ok := r.find(n.ID); !ok || k.proof() != n.Proof {
			return false
		}
	}
	return true
}

// refresh reads the file again when another process has written it.
func (v *Vault) refresh() {
	now := stampOf(v.path)
	if v.lost != nil || now == v.stamp || now == (stamp{}) {
		return
	}
	if r, err := load(v.path); err == nil && hasAll(r, v.ring) {
		v.ring, v.stamp = r, now
	}
}

func hasAll(r, old ring) bool {
	for _, k := range old.Keys {
		if _, ok := r.find(k.ID); !ok {
			return false
		}
	}
	return true
}

// Rotate makes a key that seals from now on; Reseal then reaches what older
// keys have sealed. After a loss it begins a new file: what was sealed stays lost.
func (v *Vault) Rotate(ctx context.Context, afterLoss bool) (id string, err error) {
	if (v.Lost() != nil) != afterLoss {
		return "", errors.Join(v.Lost(), notLost(afterLoss))
	}
	var next ring
	err = v.db.Write(ctx, func(tx *db.Tx) error {
		known, err := known(tx)
		if err != nil {
			return err
		}
		if next, err = v.next(afterLoss); err != nil {
			return err
		}
		if afterLoss {
			if err := forget(tx); err != nil {
				return err
			}
			known = nil
		}
		id = next.last().ID
		detail := map[string]any{"key": id, "after_loss": afterLoss}
		return errors.Join(remember(tx, next, known), audit.Note(tx, "key.rotated", "key", kernel.ID{}, detail), next.save(v.path))
	})
	if err != nil {
		return "", err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.ring, v.stamp, v.lost = next, stampOf(v.path), nil
	return id, nil
}

func notLost(afterLoss bool) error {
	if afterLoss {
		return kernel.Refused("vault.not_lost")
	}
	return nil
}

// next is the ring with one more key. A file that others may have extended is
// read again; one that has lost keys is put aside, not overwritten.
func (v *Vault) next(afterLoss bool) (r ring, err error) {
	if afterLoss {
		err = os.Rename(v.path, v.path+".lost-"+time.Now().UTC().Format("20060102T150405"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return r, err
		}
		return newRing()
	}
	if r, err = load(v.path); err != nil {
		return r, err
	}
	return r, r.add()
}
