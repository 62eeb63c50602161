package identity

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1" // what RFC 6238 and every authenticator app mean by default
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/url"
	"time"
)

const (
	period = 30 // seconds that a code is shown
	drift  = 1  // periods by which the clock of a phone may differ
)

var base = base32.StdEncoding.WithPadding(base32.NoPadding)

// newSecret is what an app and the server share: 160 bits, as RFC 4226 wants.
func newSecret() string {
	secret := make([]byte, 20)
	_, _ = rand.Read(secret) // never fails
	return base.EncodeToString(secret)
}

// stepAt is the number of the period that a moment lies in.
func stepAt(t time.Time) int64 { return t.Unix() / period }

// codeOf is the code of a period: six digits (RFC 6238).
func codeOf(secret string, step int64) string {
	key, _ := base.DecodeString(secret) // our own
	mac := hmac.New(sha1.New, key)
	_ = binary.Write(mac, binary.BigEndian, step) // a hash takes everything
	sum := mac.Sum(nil)
	at := sum[len(sum)-1] & 0xf
	return fmt.Sprintf("%06d", binary.BigEndian.Uint32(sum[at:])&0x7fffffff%1_000_000)
}

// stepOf finds the period that a code belongs to, around now.
func stepOf(secret, code string, now int64) (int64, bool) {
	for step := now - drift; step <= now+drift; step++ {
		if hmac.Equal([]byte(code), []byte(codeOf(secret, step))) {
			return step, true
		}
	}
	return 0, false
}

// Enrolment is what an authenticator app is told, as a picture or typed.
type Enrolment struct {
	Secret string
	URI    string
}

// longest is how much of a login fits into the picture of an address.
const longest = 33

func enrolment(login, secret string) Enrolment {
	label := url.PathEscape("Erba:" + login)
	if len(label) > longest {
		label = "Erba"
	}
	return Enrolment{secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Erba"}
}
