package terms

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// Value writes terms as a text.
func (w Wording) Value() (driver.Value, error) {
	text, err := json.Marshal(w.Terms)
	return string(text), err
}

// Scan reads them back.
func (w *Wording) Scan(src any) error {
	switch text := src.(type) {
	case string:
		return json.Unmarshal([]byte(text), &w.Terms)
	case []byte:
		return json.Unmarshal(text, &w.Terms)
	}
	return fmt.Errorf("terms: %T is no wording", src)
}
