// Package vault decides how single values are kept from whoever gets hold of
// the database: sealed with a key that stands in a file outside it, and bound
// to their place, so that no value can be moved to another row.
package vault

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"log/slog"
	"strings"
	"sync"

	"erba/kernel"
	"erba/platform/db"
)

// Schema is the table of the keys' names.
//
//go:embed schema
var Schema embed.FS

// Place is where a sealed value stands; it opens nowhere else.
type Place struct {
	Table, Column string
	Row           kernel.ID
}

// Column holds sealed values, in a table whose primary key is id.
type Column struct{ Table, Name string }

// Vault seals and opens values. Without its keys it answers vault.key_lost.
type Vault struct {
	db      *db.DB
	path    string
	columns []Column
	mu      sync.Mutex
	ring    ring
	stamp   stamp
	lost    error // why there are no keys; nil if there are
}

// Open finds the keys of a database in the file at path, and makes both when
// the database is new. A file that lacks keys is no reason not to start.
func Open(ctx context.Context, d *db.DB, path string) *Vault {
	v := &Vault{db: d, path: path}
	if v.lost = v.begin(ctx); v.lost != nil && path != "" {
		slog.ErrorContext(ctx, "sealed values cannot be read", "file", path, "error", v.lost)
	}
	return v
}

// Beside is a file of its own next to the keys, "" if there are none; it says
// what must survive when an older database is put in place of the present one.
func (v *Vault) Beside(suffix string) string {
	if v.path == "" {
		return ""
	}
	return strings.TrimSuffix(v.path, ".keys") + suffix
}

// Keep names columns of sealed values, so that a new key reaches them.
func (v *Vault) Keep(columns ...Column) { v.columns = append(v.columns, columns...) }

// errLost is what users get to know.
func errLost() error { return kernel.Refused("vault.key_lost") }

// Seal encrypts a value for its place; nothing stays nothing.
func (v *Vault) Seal(at Place, plain string) (string, error) {
	if plain == "" {
		return "", nil
	}
	k, ok := v.active()
	if !ok {
		return "", errLost()
	}
	return k.ID + "." + base64.RawURLEncoding.EncodeToString(k.seal(at, plain)), nil
}

// seal puts a fresh nonce before the ciphertext.
func (k key) seal(at Place, plain string) []byte {
	nonce := make([]byte, k.aead.NonceSize())
	_, _ = rand.Read(nonce) // it never fails
	return k.aead.Seal(nonce, nonce, []byte(plain), at.bound())
}

// bound is what a ciphertext is tied to.
func (p Place) bound() []byte { return fmt.Appendf(nil, "%s\x00%s\x00%s", p.Table, p.Column, p.Row) }

// Open decrypts what Seal made for the same place.
func (v *Vault) Open(at Place, sealed string) (string, error) {
	if sealed == "" {
		return "", nil
	}
	id, rest, _ := strings.Cut(sealed, ".")
	k, ok := v.named(id)
	if !ok {
		return "", errLost()
	}
	raw, err := base64.RawURLEncoding.DecodeString(rest)
	if err != nil || len(raw) < k.aead.NonceSize() {
		return "", kernel.Refused("vault.altered")
	}
	plain, err := k.aead.Open(nil, raw[:k.aead.NonceSize()], raw[k.aead.NonceSize():], at.bound())
	if err != nil {
		return "", kernel.Refused("vault.altered")
	}
	return string(plain), nil
}

// Blind is a keyed hash, by which a value is found again and not guessed. What
// it is for tells apart the hashes of equal values.
func (v *Vault) Blind(purpose, value string) (string, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.lost != nil {
		return "", errLost()
	}
	sum := hmac.New(sha256.New, v.ring.Blind)
	fmt.Fprintf(sum, "%s\x00%s", purpose, value)
	return base64.RawURLEncoding.EncodeToString(sum.Sum(nil)), nil
}

// Lost is why values cannot be sealed or opened, nil if they can.
func (v *Vault) Lost() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.lost != nil {
		return errLost()
	}
	return nil
}

// active is the key for new values; another process may have made one since.
func (v *Vault) active() (key, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.refresh()
	if v.lost != nil {
		return key{}, false
	}
	return v.ring.last(), true
}

// named is the key that a value was sealed with.
func (v *Vault) named(id string) (key, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	k, ok := v.ring.find(id)
	if !ok {
		v.refresh()
		k, ok = v.ring.find(id)
	}
	return k, ok && v.lost == nil
}
