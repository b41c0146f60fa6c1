-- Schema of the database "quality" of the quality office. Invented, like everything in this folder.
CREATE DATABASE quality;

CREATE TABLE patient (
  patient_id bigint PRIMARY KEY,
  medical_record_number varchar(20) NOT NULL,
  family_name varchar(80),
  birth_date date
);
COMMENT ON TABLE patient IS 'Patients seen in the last five years';

CREATE TABLE lab_result (
  result_id bigint PRIMARY KEY,
  patient_id bigint NOT NULL REFERENCES patient (patient_id),
  test_code varchar(20),
  value_text varchar(200),
  observed_at timestamp
);
COMMENT ON TABLE lab_result IS 'Laboratory results copied by the engine';
COMMENT ON COLUMN lab_result.value_text IS 'Value as reported';

CREATE TABLE medication_order (
  order_id bigint PRIMARY KEY,
  patient_id bigint NOT NULL REFERENCES patient (patient_id),
  drug_name varchar(120),
  dose varchar(40)
);

CREATE TABLE readmission_score (
  patient_id bigint NOT NULL REFERENCES patient (patient_id),
  risk_score numeric(5, 2),
  computed_on date,
  PRIMARY KEY (patient_id, computed_on)
);
COMMENT ON TABLE readmission_score IS 'Risk score shown to discharge planners';

CREATE TABLE etl_run (
  run_id bigint PRIMARY KEY,
  finished_at timestamp
);

INSERT INTO patient VALUES (1, 'X-0001', 'EXAMPLE', '1970-01-01');
