# One executable a layer; the files mirror src/.
catalint_test(base_test
  base/edit_distance_test.cc
  base/glob_test.cc
  base/pattern_test.cc
  base/text_test.cc
  base/yaml_fields_test.cc
  source/source_test.cc)
catalint_test(yaml_test
  yaml/scalar_test.cc)
