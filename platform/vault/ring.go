package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"erba/kernel"
)

// ring is the content of the key file. Keys are never taken off it: older
// backups need them.
type ring struct {
	Note  string `json:"note"`
	Blind []byte `json:"blind"`
	Keys  []key  `json:"keys"` // the last one seals
}

const note = "Erba: without this file, sealed values cannot be read again. Keep a copy of it, apart from the backups of the database."

type key struct {
	ID     string    `json:"id"`
	Made   time.Time `json:"made"`
	Secret []byte    `json:"secret"`
	aead   cipher.AEAD
}

// newRing is a ring with one key.
func newRing() (ring, error) {
	r := ring{Note: note, Blind: random()}
	return r, r.add()
}

// add makes a key and puts it to use.
func (r *ring) add() error {
	k := key{ID: kernel.NewID().String(), Made: time.Now().UTC().Truncate(time.Second), Secret: random()}
	r.Keys = append(r.Keys, k)
	return r.ready()
}

func random() []byte {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // it never fails
	return b
}

var errBadFile = errors.New("the key file is damaged")

// ready makes ciphers of the secrets.
func (r *ring) ready() (err error) {
	if len(r.Keys) == 0 || len(r.Blind) != 32 {
		return errBadFile
	}
	for i := range r.Keys {
		block, err := aes.NewCipher(r.Keys[i].Secret)
		if err != nil {
			return errBadFile
		}
		if r.Keys[i].aead, err = cipher.NewGCM(block); err != nil {
			return err
		}
	}
	return nil
}

func (r ring) last() key { return r.Keys[len(r.Keys)-1] }

func (r ring) find(id string) (key, bool) {
	i := slices.IndexFunc(r.Keys, func(k key) bool { return k.ID == id })
	if i < 0 {
		return key{}, false
	}
	return r.Keys[i], true
}

// proof tells the key from another one of the same name.
func (k key) proof() string {
	sum := hmac.New(sha256.New, k.Secret)
	sum.Write([]byte("proof of " + k.ID))
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// stamp is how a file is seen to have changed.
type stamp struct {
	at   time.Time
	size int64
}

func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{info.ModTime(), info.Size()}
}

func load(path string) (r ring, err error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return r, err
	}
	if json.Unmarshal(raw, &r) != nil {
		return r, errBadFile
	}
	return r, r.ready()
}

// save writes the file whole or not at all, for its owner alone.
func (r ring) save(path string) error {
	raw, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return Replace(path, append(raw, '\n'))
}

// Replace writes a file whole or not at all, readable for its owner alone, and
// returns once it is on the disk.
func Replace(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // made with 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(content)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
