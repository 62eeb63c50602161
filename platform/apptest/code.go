package apptest

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/http/httptest"
	"regexp"
	"time"
)

// Code is what an authenticator app shows at a moment: worked out here once
// more, so that tests do not take the program's own word for it.
func Code(secret string, at time.Time) string {
	key, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret)
	if err != nil {
		panic(err)
	}
	var moment [8]byte
	binary.BigEndian.PutUint64(moment[:], uint64(at.Unix()/30))
	mac := hmac.New(sha1.New, key)
	mac.Write(moment[:])
	sum := mac.Sum(nil)
	at4 := sum[sum[19]&15:][:4]
	number := uint32(at4[0]&127)<<24 | uint32(at4[1])<<16 | uint32(at4[2])<<8 | uint32(at4[3])
	return fmt.Sprintf("%06d", number%1000000)
}

var shown = regexp.MustCompile(`secret">([A-Z2-7]{32})<`)

// Enrol gives the user of a session a second factor, through the pages that
// do, and returns its secret and the page with his recovery codes. The code it
// takes is the one of half a minute ago.
func (s *Stage) Enrol(cookie string) (secret string, page *httptest.ResponseRecorder) {
	s.Helper()
	found := shown.FindStringSubmatch(s.Do("", "GET", "/enrol", "", "Cookie", cookie).Body.String())
	if found == nil {
		s.Fatal("the page shows no secret")
	}
	code := Code(found[1], s.Kit.Users.Clock().Add(-30*time.Second))
	return found[1], s.Do("", "POST", "/enrol", "code="+code, "Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded")
}
