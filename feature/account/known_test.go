package account

import (
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
)

func TestACompanyThatSomebodyAsksAbout(t *testing.T) {
	there := Company{Name: "苏州恒远精密机械制造技术有限公司", City: "苏州市", USCC: "91320594MA1WXYZ12A", Phone: "0512-66778899"}
	const same, near, other = "same", "near", "other"
	for sentence, c := range map[string]struct {
		asked Company
		want  string
	}{
		"the same code is the same company, whatever it is called": {Company{Name: "恒远", USCC: there.USCC}, same},
		"another legal form is the same company":                   {Company{Name: "苏州恒远精密机械制造技术股份公司"}, same},
		"a place in brackets says nothing":                         {Company{Name: "苏州恒远精密机械制造技术（中国）有限公司", City: "苏州"}, same},
		"the name in another city may be a branch":                 {Company{Name: there.Name, City: "无锡"}, near},
		"the name with another code may sound alike alone":         {Company{Name: there.Name, USCC: "91320594MA1WXYZ99B"}, near},
		"one character of twelve may be a slip":                    {Company{Name: "苏州恒远精密机械制作技术有限公司"}, near},
		"a slip in another city is another company":                {Company{Name: "苏州恒远精密机械制作技术有限公司", City: "无锡"}, other},
		"the same telephone is worth a look":                       {Company{Name: "江南贸易", Phone: "051266778899"}, near},
		"too short a number is none":                               {Company{Name: "江南贸易", Phone: "667788"}, other},
		"half of the name is another company":                      {Company{Name: "苏州恒远"}, other},
		"nothing is nobody":                                        {Company{}, other},
	} {
		account := there.trait()
		account.id = kernel.NewID()
		found, got := c.asked.trait().among([]trait{account}), other
		switch {
		case len(found.Same) > 0:
			got = same
		case len(found.Near) > 0:
			got = near
		}
		if got != c.want {
			t.Errorf("%s: %s", sentence, got)
		}
	}
}

// Whoever asks, all accounts are looked at; what has changed since is known.
func TestKnownFollowsTheAccounts(t *testing.T) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		asked := Company{Name: "南通远航船用设备有限公司"}
		count := func() int {
			found, err := service.Known(s.As("other"), asked)
			if err != nil {
				s.Fatal(err)
			}
			return len(found[0].Same)
		}
		if n := count(); n != 0 {
			s.Fatalf("%d before there is one", n)
		}
		all := []Account{{Code: "Y1", Name: "南通远航船用设备"}}
		if err := service.Open(s.As("rep"), all...); err != nil {
			s.Fatal(err)
		}
		if n := count(); n != 1 {
			s.Errorf("%d, out of sight of who asks", n)
		}
		row, err := service.Find(s.As("rep"), all[0].ID)
		if err != nil {
			s.Fatal(err)
		}
		row.Name = "南通扬帆船用设备"
		if _, err := service.Save(s.As("rep"), row.Account); err != nil {
			s.Fatal(err)
		}
		if n := count(); n != 0 {
			s.Errorf("%d after it was called otherwise", n)
		}
	})
}
