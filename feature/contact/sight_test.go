package contact

import (
	"testing"

	"erba/platform/apptest"
	"erba/platform/db"
)

// Who brings a file reads in its preview what the file says; what stands behind a mask
// for him does not come out by bringing somebody's name.
func TestAPreviewOfContactsKeepsTheMask(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, account := New(s.Kit), opened(s, "rep", "A")
		_, err := service.Meet(s.As("rep"), Contact{Account: account, Name: "王芳", Phone: "13812341234", Wechat: "wangfang"})
		if err != nil {
			s.Fatal(err)
		}
		for name, tt := range map[string]struct {
			direct, personal string
			phone            string
		}{
			"who works on it":   {"A", "A", "13812341234"},
			"who leads it":      {"", "A", "138****1234"},
			"whoever else does": {"", "", ""},
		} {
			s.Grant("director", direct, tt.direct)
			s.Grant("director", personal, tt.personal)
			err := s.DB.Read(s.As("director"), func(tx *db.Tx) error {
				out, err := service.Compare(tx, []Contact{{Account: account, Name: "王芳", Title: "采购经理", Wechat: "newname"}})
				if err != nil || len(out.Some) != 1 {
					s.Fatalf("%s: %+v %v", name, out, err)
				}
				one := out.Some[0]
				if one.Was.Phone != tt.phone || one.Now.Phone != tt.phone {
					s.Errorf("%s reads %+v of %+v", name, one.Now, one.Was)
				}
				if one.Now.Title != "采购经理" || one.Now.Wechat != "newname" || one.Was.Wechat == "wangfang" && tt.direct == "" {
					s.Errorf("%s reads %+v of %+v", name, one.Now, one.Was)
				}
				return nil
			})
			if err != nil {
				s.Fatal(err)
			}
		}
	})
}
