/** Names of settings and facts: a list with two of them holds no terms. Small letters. */
export const settingNames: ReadonlySet<string> = new Set(
  `host port user username password name version type path url uri debug verbose timeout env mode level theme color
  colour size width height language lang encoding format output input file folder directory root base api key token
  secret region zone id title author date created updated status enabled disabled default max min limit count retries
  cpu ram memory disk gpu os model brand price weight length screen battery email phone address website born died age
  job nationality genre director released runtime rating platform license repo branch commit server database db driver
  nom prénom adresse téléphone name alter adresse telefon nombre edad dirección teléfono имя возраст адрес телефон nimi
  vanus aadress telefon 姓名 年龄 地址 电话 名前 年齢 住所`.split(/\s+/)
)
